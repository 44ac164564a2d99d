import { sendSignedIn } from './api.js';
import { h } from './dom.js';

/** Callivate as a contact: {text, number}, the number it calls from. Null when the service has no telephone line. */
export async function findContactCard() {
  try {
    const text = await (await sendSignedIn('GET', '/me/contact.vcf')).text();
    return { text, number: /tel:(\+\d+)/.exec(text)?.[1] ?? null };
  } catch (problem) {
    if (problem.code === 'telephone-not-available') return null;
    throw problem;
  }
}

/** Address of the card that was shown last: one at a time is kept in the browser's memory. */
let address = null;

export function contactCardPart({ text, number }) {
  if (address) URL.revokeObjectURL(address);
  address = URL.createObjectURL(new Blob([text], { type: 'text/vcard' }));
  return [
    h(
      'p',
      { class: 'hint' },
      `Calls come from ${number ?? 'our number'}. Saved as a contact, they are let through by your telephone and show a name.`,
    ),
    h(
      'p',
      {},
      h(
        'a',
        { id: 'contact-card', class: 'small link-button', href: address, download: 'callivate.vcf' },
        'Save Callivate as a contact',
      ),
    ),
  ];
}
