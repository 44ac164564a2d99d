import { closest, distance } from 'fastest-levenshtein';
import { VARIABLES } from './environment';
import type { Finding } from './finding';

const KNOWN = Object.keys(VARIABLES);

/** What the surroundings set for themselves: shells, npm, containers, Kubernetes and its services. */
const ORDINARY =
  /^(PATH|HOME|HOSTNAME|PWD|OLDPWD|TERM|USER|SHELL|LANG|TZ|LOGNAME|MAIL|SHLVL|_)$|^(npm|LC|XDG|SSH|GIT|DOCKER|KUBERNETES)_|_(PORT|SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP)(_\w+)?)$/i;

/** One slip in each so many characters is a slip of the pen; more, and it is another word. */
const CHARACTERS_PER_SLIP = 4;
const MOST_SLIPS = 2;

/** Variables nobody reads whose names look like one of ours: most likely meant to be it, and so without effect. */
export function unknownVariables(raw: Record<string, unknown>): Finding[] {
  return Object.keys(raw)
    .filter((name) => !(name in VARIABLES) && raw[name] !== '' && raw[name] !== undefined)
    .flatMap((name) => {
      const meant = likelyMeant(name);
      if (!meant) return [];
      const remedy = `Did you mean ${meant}? Rename it; if it is meant for somebody else, pass over this.`;
      return [{ variable: name, level: 'recommended' as const, problem: 'is not known, so nobody reads it', remedy }];
    });
}

function likelyMeant(name: string): string | undefined {
  const written = name.toUpperCase();
  const nearest = closest(written, KNOWN);
  if (written === nearest) return nearest;
  const isOrdinary = ORDINARY.test(name);
  const slips = Math.min(MOST_SLIPS, Math.floor(nearest.length / CHARACTERS_PER_SLIP));
  return !isOrdinary && distance(written, nearest) <= slips ? nearest : undefined;
}
