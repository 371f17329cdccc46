import { startStatusPage } from './startStatusPage.js';

startStatusPage();
