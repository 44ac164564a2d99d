/** Kinds of words that phrases of danger are made of. */

export const KIN = [
  'mum|mom|mummy|mommy|mother|dad|daddy|father|husband|wife|son|daughter|baby|child|kid|toddler|boy|girl|brother|sister',
  'nan|nana|gran|granny|grandma|grandad|granddad|grandpa|grandmother|grandfather|uncle|aunt|friend|flatmate|roommate',
  'neighbour|neighbor|boyfriend|girlfriend|partner|ex|stepdad|stepfather|stepmum|stepmom|stepson|fiance|fiancé|hubby|missus',
  'cousin|nephew|niece|grandson|granddaughter|mate|landlord|housemate|mam|nanna',
].join('|');

export const STRANGER = 'someone|somebody|man|men|guy|guys|bloke|stranger|strangers|people|burglar|burglars';

export const OTHER = `he|she|they|woman|lady|${KIN}|${STRANGER}`;

export const ANYONE = `i|we|${OTHER}`;

export const VICTIM = 'me|us|him|her|them';

export const MY = 'my|the|our|his|her|their|this|a|an';

export const ANYMORE = 'anymore|any|again|ever|longer';

export const PILLS = [
  'pills|tablets|meds|medicine|medication|paracetamol|ibuprofen|aspirin|tylenol|insulin|painkillers|antidepressants',
  'opioids|xanax|valium|heroin|fentanyl|drugs',
].join('|');

export const TOOK = 'took|taken|take|taking|swallowed|swallow|swallowing|downed|necked';
