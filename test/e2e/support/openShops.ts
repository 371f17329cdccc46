import { startShop, type RunningShop, type ShopSetting } from './startShop.js';

type OnCleanup = (close: () => Promise<void>) => void;

/**
 * Starts the shops of one test, and closes them after it.
 *
 * @param onCleanup - The fixture's.
 * @param common - What every shop of this test has. Default: nothing.
 */
export function openShops(
  onCleanup: OnCleanup,
  common: ShopSetting = {},
): (setting?: ShopSetting) => Promise<RunningShop> {
  const shops: RunningShop[] = [];
  onCleanup(async () => {
    await Promise.all(shops.map((shop) => shop.close()));
  });
  return async (setting) => {
    const shop = await startShop({ ...common, ...setting });
    shops.push(shop);
    return shop;
  };
}
