/** A text as HTML in which it does nothing but be read, between tags and in a quoted attribute. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A whole document that loads nothing from elsewhere. The body is HTML already. */
export function htmlDocument(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapedHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** In the colours that the reader's screen has, and as narrow as it is: a long address is broken. */
const STYLE =
  ':root{color-scheme:light dark}body{font:16px/1.5 sans-serif;max-width:40em;margin:1em auto;padding:0 1em;overflow-wrap:anywhere}h1,h2{font-size:1.1em}dt{float:left;clear:left;min-width:5em;opacity:.75}dd{margin-left:5.5em}'
