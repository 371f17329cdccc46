import { distinctEntries } from '../../src/sandbox/galleryEntries.js';
import { holdEntries } from './support/holdEntries.js';

holdEntries(distinctEntries().filter(({ locale }) => !/^(?:en|ar)$/.test(locale)));
