/** That the number itself is not called, by whoever's word, and how to take it back; null when it is called. */
export function stoppedNumberWords(suppression, from = null) {
  const whom = from ?? 'the number that calls come from';
  if (suppression?.numberStopped === 'sms')
    return `Your number was stopped by text message. To be called there again, text START from it to ${whom}.`;
  if (suppression?.numberStopped === 'call')
    return 'Somebody at your number said that it is not yours. To be called there again, verify it anew.';
  return null;
}
