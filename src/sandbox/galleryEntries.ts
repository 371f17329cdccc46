import { screens } from './screens.js';

/** How the picker can look: its three presets, and a merchant's own by variables. */
export const galleryPresets = ['plain', 'rounded', 'compact', 'own'] as const;
export const galleryThemes = ['light', 'dark'] as const;

/** Every language the picker speaks; `ar` and `he` are written from right to left. */
export const galleryLocales =
  'en ar ca cs da de es et eu fi fr he hr is it ja lt nl no pl pt ru sk sl sv th tr zh'.split(' ');

/** One screen in one look and language, with an address of its own. */
export type GalleryEntry = {
  readonly screen: string;
  readonly theme: (typeof galleryThemes)[number];
  readonly preset: (typeof galleryPresets)[number];
  readonly locale: string;
};

/** Every screen in every look and language: the whole gallery, some nine thousand. */
export const galleryEntries = (): GalleryEntry[] =>
  screens.flatMap(({ name: screen }) =>
    galleryThemes.flatMap((theme) =>
      galleryPresets.flatMap((preset) => galleryLocales.map((locale) => ({ screen, theme, preset, locale }))),
    ),
  );

/**
 * What has to be looked at to have seen everything: a text is the same in every look, and a look in every language but for
 * its direction. So each screen is here in each look in English and in Arabic, and in each language in one look.
 */
export const distinctEntries = (): GalleryEntry[] =>
  galleryEntries().filter(
    ({ locale, theme, preset }) => /^(?:en|ar)$/.test(locale) || (theme === 'light' && preset === 'plain'),
  );

/** Looks and languages in turn, so that few entries have met them all. */
export const chosenEntries: readonly GalleryEntry[] = [0, 1].flatMap((round) =>
  screens.flatMap(({ name: screen, fixture, press }, index) => {
    // The screens with most on them come twice.
    if (round === 1 && (fixture || !press)) return [];
    const turn = index + round * 3;
    const theme = galleryThemes[turn % 2] ?? 'light';
    const preset = galleryPresets[(turn >> 1) % 4] ?? 'plain';
    return { screen, theme, preset, locale: galleryLocales[(turn * 5) % galleryLocales.length] ?? 'en' };
  }),
);

/** Where an entry is shown, below the sandbox's origin. */
export const galleryAddress = ({ screen, theme, preset, locale }: GalleryEntry): string =>
  `/__sandbox/screens/${screen}?theme=${theme}&preset=${preset}&lang=${locale}`;
