import { type ProblemKind, problemCatalogue } from '../../kernel/problem';
import { htmlPage } from '../http';

/** The page that the `type` of every problem leads to: each kind, when it happens, and what to do. */
export function cataloguePage(): string {
  return htmlPage('Problems', `${ABOUT}\n${problemCatalogue().map(article).join('\n')}`, STYLE);
}

const ABOUT = `<p>Every error of the API is <code>application/problem+json</code> (RFC 9457). Programs go by <code>code</code>; people read
<code>detail</code>; <code>correlationId</code> finds it in our log. A problem that may be retried is worth the same request again, after
<code>Retry-After</code> if that is given.</p>`;

function article({ code, status, title, category, severity, retryable, remedy }: ProblemKind): string {
  return `<article id="${code}"><h2><a href="#${code}">${code}</a></h2>
<p><strong>${status} ${escaped(title)}</strong></p><p>${escaped(remedy)}</p>
<p class="small">${category} · severity ${severity} · ${retryable ? 'may be retried' : 'not to be retried as it is'}</p></article>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const STYLE = `
article { border-top: 1px solid #8886; padding: .5rem 0 }
article:target { background: #fd03; outline: .5rem solid #fd03 }
h2 { font: 600 1.1rem ui-monospace, monospace; margin: .5rem 0 }
h2 a { color: inherit; text-decoration: none }
p { margin: .25rem 0 } .small { opacity: .7; font-size: .875rem }
`;
