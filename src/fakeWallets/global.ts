import { installFakeWallets } from './installFakeWallets.js';

// As the script of a page that is tried out by hand.
installFakeWallets({ drawn: true });
