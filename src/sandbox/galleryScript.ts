/** Runs on the gallery's page: filters by what its address says, and puts each entry into a frame of its own. */
export const galleryScript = `'use strict';
(async () => {
  const { screens, themes, presets, locales } = await (await fetch('/__sandbox/gallery.json')).json();
  const form = document.querySelector('form');
  const list = document.getElementById('entries');
  const address = new URL(location);
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const SIZES = { Phone: [390, 844], 'Small phone': [320, 568], Desk: [1280, 800] };
  const RTL = ['ar', 'he'];
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const named = (values) => values.map((value) => [value, value]);
  const filters = {
    screen: ['Screen', [['', 'All'], ...screens.map(({ name, title }) => [name, title])]],
    theme: ['Theme', [['', 'All'], ...named(themes)], 'light'],
    preset: ['Preset', [['', 'All'], ...named(presets)], 'plain'],
    direction: ['Direction', [['', 'Both'], ['ltr', 'Left to right'], ['rtl', 'Right to left']]],
    lang: ['Language', [['', 'All'], ...locales.map((code) => [code, names.of(code)])], 'en'],
    size: ['Size', named(Object.keys(SIZES)), 'Phone'],
  };
  const chosen = (name) => address.searchParams.get(name) ?? filters[name][2] ?? '';

  for (const [name, [label, options]] of Object.entries(filters)) {
    const select = make('select', { name }, ...options.map(([value, text]) => new Option(text, value)));
    select.value = chosen(name);
    form.append(make('label', {}, label, select));
  }
  const count = make('output');
  form.append(count);
  form.addEventListener('change', ({ target }) => {
    address.searchParams.set(target.name, target.value);
    // A language has its direction, so one filter gives way to the other.
    if (target.name === 'direction') {
      address.searchParams.set('lang', '');
      form.lang.value = '';
    }
    history.replaceState(null, '', address);
    draw();
  });

  const fits = (name, value) => !chosen(name) || chosen(name) === value;
  function draw() {
    const [width, height] = SIZES[chosen('size')] ?? SIZES.Phone;
    const figures = [];
    for (const { name, title } of screens.filter(({ name }) => fits('screen', name)))
      for (const theme of themes.filter((theme) => fits('theme', theme)))
        for (const preset of presets.filter((preset) => fits('preset', preset)))
          for (const lang of locales.filter((lang) => fits('lang', lang) && fits('direction', RTL.includes(lang) ? 'rtl' : 'ltr'))) {
            const href = '/__sandbox/screens/' + name + '?' + new URLSearchParams({ theme, preset, lang });
            const text = title + ': ' + [theme, preset, lang].join(', ');
            figures.push(
              make('figure', {}, make('figcaption', {}, make('a', { href }, text)), make('iframe', { loading: 'lazy', src: href, title: text, width, height })),
            );
          }
    list.replaceChildren(...figures);
    count.value = figures.length + (figures.length === 1 ? ' entry' : ' entries');
  }
  draw();
})();
`;
