const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
`;

/** A page for people to read, with nothing on it to click: the title, what is below it, and the style of that part. */
export function htmlPage(title: string, body: string, style: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Callivate</title>
<style>${STYLE}${style}</style>
<h1>${title}</h1>
${body}
</html>
`;
}
