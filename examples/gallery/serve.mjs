// Every screen in every look and language, on one page: `npm run gallery`.
import { startGallery } from './startGallery.mjs';

const { origin } = await startGallery(Number(process.env.PORT ?? '4181'));
console.log(`\n  Gallery   ${origin}/__sandbox/screens\n\n  Ctrl+C stops.\n`);
