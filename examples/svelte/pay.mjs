import { defineAltaPayPayment } from 'altapay-js/element';
import { mount } from 'svelte';
import App from './App.svelte';

const apiUrl = document.querySelector('meta[name=api-url]')?.getAttribute('content') ?? '';

defineAltaPayPayment();
mount(App, { target: /** @type {Element} */ (document.querySelector('#app')), props: { apiUrl } });
