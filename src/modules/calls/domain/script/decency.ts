import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

/** Harmless words that hold an indecent one, beyond those the library knows. */
const HARMLESS = [
  ...['cockpit', 'cockatoo', 'cockatiel', 'cockerel', 'peacock', 'shiitake', 'shih tzu', 'cumin', 'cum laude'],
  ...['moby dick', 'penistone', 'retardant', 'retardation', 'rape seed', 'rio negro', 'sex education', 'pussycat'],
];

/** Made once: it compiles its patterns. */
const { blacklistedTerms, whitelistedTerms } = englishDataset.build();
const matcher = new RegExpMatcher({
  blacklistedTerms,
  whitelistedTerms: [...(whitelistedTerms ?? []), ...HARMLESS],
  ...englishRecommendedTransformers,
});

/** Letters that stand alone, with something between them. */
const SPELLED = /(?<!\p{L})(\p{L})[^\p{L}\p{N}]+(?=\p{L}(?!\p{L}))/gu;

/** Whether a text holds a word one does not say to people, also in disguise: `sh1t`, `f.u.c.k`, `fuuuck`. */
export function isIndecent(text: string): boolean {
  return matcher.hasMatch(text) || matcher.hasMatch(text.replace(SPELLED, '$1'));
}
