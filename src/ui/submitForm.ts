/**
 * Posts fields to a guarded URL as the payer's browser does it by itself, and leaves the page with it.
 *
 * @param fields - Become hidden inputs: names and values are texts, whatever is in them.
 */
export function submitForm(url: URL, fields: Readonly<Record<string, string>>): void {
  const form = document.createElement('form');
  Object.assign(form, {
    method: 'post',
    action: url.href,
    target: '_top',
    acceptCharset: 'utf-8',
    hidden: true,
  });
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    form.append(input);
  }
  document.body.append(form);
  // A field may be called `submit`.
  HTMLFormElement.prototype.submit.call(form);
  form.remove();
}
