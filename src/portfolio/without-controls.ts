/** Signs that a terminal would take as orders, and others that no text has; tab and line ends stay. */
const controls = /(?![\t\n\r])\p{Cc}/u;
const allControls = new RegExp(controls, 'gu');

/** A text of the user's file without control signs: it is shown on terminals and written to other files. */
export function withoutControls(text: string): string {
  return controls.test(text) ? text.replaceAll(allControls, '') : text;
}
