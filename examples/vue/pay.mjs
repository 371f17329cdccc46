import { defineAltaPayPayment } from 'altapay-js/element';
import { createApp } from 'vue';
// @ts-expect-error -- to TypeScript alone a component is no module
import App from './App.vue';

const apiUrl = document.querySelector('meta[name=api-url]')?.getAttribute('content') ?? '';

defineAltaPayPayment();
createApp(App, { apiUrl }).mount('#app');
