import type { TimeZone } from '../../../kernel/local-time';

/** Whom to call in danger. `crisis` is a line for people who think of suicide, where a country has one for all of it. */
export interface EmergencyNumbers {
  emergency: string;
  crisis: string | null;
}

/** Works in the European Union, and on mobile phones nearly everywhere: GSM networks pass it on (3GPP TS 22.101, § 10). */
export const ANYWHERE: EmergencyNumbers = { emergency: '112', crisis: null };

/**
 * By country: the emergency number and the crisis line, with who publishes them. Where ambulance and police have numbers of
 * their own, it is the ambulance's.
 */
const NUMBERS = {
  US: ['911', '988'], // 911.gov, 988lifeline.org
  CA: ['911', '988'], // crtc.gc.ca, 988.ca
  MX: ['911', null], // gob.mx/911
  BR: ['192', '188'], // gov.br SAMU 192, cvv.org.br
  AR: ['911', '135'], // argentina.gob.ar, asistenciaalsuicida.org.ar
  CL: ['131', '*4141'], // minsal.cl SAMU, hospitaldigital.gob.cl
  GB: ['999', '116 123'], // ofcom.org.uk, samaritans.org
  IE: ['112', '116 123'], // 112.ie, samaritans.org/ireland
  DE: ['112', '0800 111 0 111'], // bmi.bund.de, telefonseelsorge.de
  AT: ['112', '142'], // oesterreich.gv.at, telefonseelsorge.at
  CH: ['144', '143'], // ch.ch, 143.ch
  FR: ['112', '3114'], // service-public.fr, 3114.fr
  ES: ['112', '024'], // 112.es, sanidad.gob.es
  NL: ['112', '113'], // 112.nl, 113.nl
  PL: ['112', '116 123'], // gov.pl, 116sos.pl
  AU: ['000', '13 11 14'], // triplezero.gov.au, lifeline.org.au
  NZ: ['111', '1737'], // police.govt.nz, 1737.org.nz
  IN: ['112', '14416'], // 112.gov.in, telemanas.mohfw.gov.in
  JP: ['119', null], // fdma.go.jp
  KR: ['119', '109'], // nfa.go.kr, mohw.go.kr
  TW: ['119', '1925'], // nfa.gov.tw, mohw.gov.tw
  HK: ['999', null], // gov.hk
  SG: ['995', '1767'], // scdf.gov.sg, sos.org.sg
  MY: ['999', null], // 999.gov.my
  TH: ['1669', '1323'], // niems.go.th, dmh.go.th
  PH: ['911', '1553'], // e911.gov.ph, doh.gov.ph
  IL: ['101', '1201'], // mdais.org, eran.org.il
} as const satisfies Record<string, readonly [emergency: string, crisis: string | null]>;

type Country = keyof typeof NUMBERS;

/** By the zone table of IANA (zone.tab), with the old names that devices still send; `America` and `Australia` in prefixes. */
const ZONES: Readonly<Record<Country, string>> = {
  US: `America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Anchorage America/Adak
    America/Boise America/Detroit America/Juneau America/Sitka America/Metlakatla America/Yakutat America/Nome
    America/Menominee America/Indiana/* America/Kentucky/* America/North_Dakota/* America/Indianapolis America/Fort_Wayne
    America/Louisville America/Shiprock America/Puerto_Rico Pacific/Honolulu US/* Navajo EST5EDT CST6CDT MST7MDT PST8PDT`,
  CA: `America/Toronto America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/St_Johns America/Regina
    America/Moncton America/Glace_Bay America/Goose_Bay America/Iqaluit America/Whitehorse America/Yellowknife
    America/Inuvik America/Dawson America/Dawson_Creek America/Fort_Nelson America/Cambridge_Bay America/Rankin_Inlet
    America/Resolute America/Swift_Current America/Creston America/Atikokan America/Coral_Harbour America/Blanc-Sablon America/Montreal
    America/Thunder_Bay America/Nipigon America/Rainy_River America/Pangnirtung Canada/*`,
  MX: `America/Mexico_City America/Tijuana America/Monterrey America/Cancun America/Merida America/Chihuahua
    America/Hermosillo America/Mazatlan America/Ciudad_Juarez America/Matamoros America/Ojinaga America/Bahia_Banderas
    Mexico/*`,
  BR: `America/Sao_Paulo America/Bahia America/Fortaleza America/Recife America/Manaus America/Belem America/Cuiaba
    America/Campo_Grande America/Maceio America/Araguaina America/Porto_Velho America/Boa_Vista America/Rio_Branco
    America/Santarem America/Eirunepe America/Noronha Brazil/*`,
  AR: 'America/Argentina/* America/Buenos_Aires America/Cordoba America/Mendoza',
  CL: 'America/Santiago America/Punta_Arenas America/Coyhaique Pacific/Easter Chile/*',
  GB: 'Europe/London Europe/Belfast Europe/Jersey Europe/Guernsey Europe/Isle_of_Man GB GB-Eire',
  IE: 'Europe/Dublin Eire',
  DE: 'Europe/Berlin Europe/Busingen',
  AT: 'Europe/Vienna',
  CH: 'Europe/Zurich',
  FR: 'Europe/Paris',
  ES: 'Europe/Madrid Atlantic/Canary Africa/Ceuta',
  NL: 'Europe/Amsterdam',
  PL: 'Europe/Warsaw Poland',
  AU: 'Australia/*',
  NZ: 'Pacific/Auckland Pacific/Chatham NZ NZ-CHAT',
  IN: 'Asia/Kolkata Asia/Calcutta',
  JP: 'Asia/Tokyo Japan',
  KR: 'Asia/Seoul ROK',
  TW: 'Asia/Taipei ROC',
  HK: 'Asia/Hong_Kong Hongkong',
  SG: 'Asia/Singapore Singapore',
  MY: 'Asia/Kuala_Lumpur Asia/Kuching',
  TH: 'Asia/Bangkok',
  PH: 'Asia/Manila',
  IL: 'Asia/Jerusalem Asia/Tel_Aviv Israel',
};

const COUNTRY_OF: ReadonlyMap<string, Country> = new Map(
  (Object.keys(ZONES) as Country[]).flatMap((country) =>
    ZONES[country].split(/\s+/).map((zone) => [zone.toLowerCase(), country] as const),
  ),
);

/** Where the person's clock says they are: a number of home is no help to somebody abroad. */
export function emergencyNumbers(timeZone: TimeZone): EmergencyNumbers {
  const zone = timeZone.toLowerCase();
  const country = COUNTRY_OF.get(zone) ?? COUNTRY_OF.get(`${zone.slice(0, zone.lastIndexOf('/'))}/*`);
  if (!country) return ANYWHERE;
  const [emergency, crisis] = NUMBERS[country];
  return { emergency, crisis };
}
