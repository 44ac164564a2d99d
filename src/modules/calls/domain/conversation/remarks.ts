/**
 * What people and machines say that answers no question of ours and still deserves an answer of its own: what rules of
 * understanding rightly call unclear, or take for something else because they do not know who speaks.
 */
export type Remark =
  | 'voicemail'
  | 'screening'
  | 'hold'
  | 'somebody-else'
  | 'unwell'
  | 'not-today'
  | 'not-so-late'
  | 'stop-at-times'
  | 'hostile';

type Words = Readonly<Record<Remark | 'wrong-number' | 'agrees' | 'differs' | 'advice', RegExp>>;

/** One pattern of several, for what is said in too many ways for one line. */
function either(...ways: readonly RegExp[]): RegExp {
  return new RegExp(ways.map(({ source }) => source).join('|'), 'iu');
}

const ENGLISH: Words = {
  voicemail: either(
    /(?<!\b(?:can|may|could|shall|should) (?:i|we) )\bleave (?:me |us |him |her |them )?(?:a |your )?(?:short |brief |detailed )?(?:message|name and number)/,
    /\b(?:after|at) the (?:tone|beep)\b|\bvoice ?mail(?:box)?\b|\bvoice messag(?:e|ing) system\b|\bmailbox is full\b/,
    /\bthe (?:\w+ ){0,2}(?:person|number|customer|subscriber|party) you (?:have |are |were )?(?:called|dialed|dialled|calling|trying)\b.*\b(?:not available|unavailable)\b/,
    /\b(?:can'?t|can ?not|unable to|not able to) (?:come to|get to|reach|answer) (?:the|my) (?:tele)?phone\b/,
    /\b(?:can'?t|can ?not|unable to|not able to|(?:nobody|no one) is available to) (?:take|answer) your call\b/,
    /\byour call (?:has been|is being) forwarded\b|\brecord (?:a|your) message\b|\bfinished recording\b/,
    /\b(?:get back to|call|ring|phone) you (?:back )?(?:just )?as soon as\b/,
  ),
  screening:
    /\b(?:state|say|record|give) your (?:full )?name\b|\bname and (?:the |your )?reason\b|\bcall (?:screening|assist(?:ant)?)\b|\bscreening (?:service|assistant)\b/iu,
  hold: /\b(?:stay|hold|remain) on the line\b|\bplease (?:hold|wait)\b|\b(?:hold|hang) on\b|^(?:just )?(?:wait )?(?:a|one) (?:moment|second|sec|minute)(?: please)?[.!]?$|\bsee if (?:this person|they|he|she|\w+) is available\b|\b(?:let me|i have to|i must) (?:check|think|look)\b/iu,
  'somebody-else':
    /\b(?:she|he|they|(?:my |her |his )?(?:mom|mommy|mum|mummy|mother|mama|dad|daddy|father|papa|wife|husband|partner|son|daughter|brother|sister|boss))(?:(?:'s| is|'re| are) (?:just |currently )?not|'s not| isn'?t| aren'?t) (?:\w+ )?(?:here|home|in|around|available|there)\b|\b(?:she|he|(?:my |her |his )?(?:mom|mommy|mum|mummy|mother|mama|dad|daddy|father|papa|wife|husband|partner|son|daughter|brother|sister))(?:'s| is) (?:just |currently )?(?:out|away|asleep|sleeping|at (?:work|school)|in the (?:shower|bath|garden))\b|\bthis is (?:her|his|their|[a-z]+'s) (?:mother|father|mom|mum|dad|wife|husband|partner|son|daughter|brother|sister|friend|roommate|flatmate|colleague|phone)\b|\bi(?:'m| am) (?:just )?(?:her|his|their) (?:mother|father|mom|mum|dad|wife|husband|partner|son|daughter|brother|sister|friend|roommate|colleague)\b|\b(?:answering|minding|holding) (?:her|his|their) phone\b/iu,
  unwell:
    /\b(?:i'?m|i am|i feel|i'?ve been|feeling|we're|we are)\s+(?:\w+ ){0,2}?(?:sick(?! (?:and tired )?of\b)|ill|unwell|injured|hurt|feverish|poorly|travell?ing|on (?:holiday|vacation|leave|a trip)|in (?:the )?hospital|in bed with)\b|\b(?:have|got|has) (?:a |the )?(?:bad )?(?:fever|flu|cold|migraine|headache|covid|injury|stomach ache|temperature)\b|\b(?:broke|sprained|twisted|hurt) my\b|\bnot feeling (?:well|good|great)\b|\bunder the weather\b/iu,
  'not-today':
    /\b(?:do not|don'?t|no more|stop|quit|please not)\b.*\b(?:call(?:s|ing)?|phone|ring)\b.*\b(?:today|tonight|this (?:morning|afternoon|evening))\b|\benough (?:calls )?for today\b|\bnot again today\b/iu,
  'not-so-late':
    /\b(?:call(?:s|ing)?|phon(?:e|ing)|ring(?:ing)?)\b.*\b(?:(?:so|this|that|too) (?:late|early)|at night|at this (?:hour|time)|in the middle of|late at|before \w+ in the morning|on (?:weekends?|sundays?))\b|\b(?:too|so) (?:late|early) (?:to|for a) call\b/iu,
  'stop-at-times':
    /^(?:(?:please|hey|no|can you|could you|would you|just|you|ok(?:ay)?|well)\W+)*(?:stop|quit|do not|don'?t|never|no)\s+(?:ever\s+)?(?:call(?:s|ing)?|phon(?:e|ing)|ring(?:ing)?)\s+(?:me\s+|us\s+|here\s+)?(?:(?:so|this|that|too)\s+(?:late|early)|(?:so\s+)?late\s+at\s+night|at\s+(?:night|work|this\s+hour|dinner)|(?:on|at)\s+(?:weekends?|the\s+weekend|\w+days?)|in\s+the\s+(?:morning|evening|middle\s+of\s+the\s+night)|(?:before|after)\s+\w+(?:\s+\w+)?)\W*(?:please)?\W*$/iu,
  hostile:
    /\bf+u+c+k|\bshut (?:the \w+ )?up\b|\bgo to hell\b|\bpiss off\b|\bscrew you\b|\b(?:stupid|damn|bloody|fucking) (?:machine|robot|bot|computer|call|thing)\b|\bidiot\b|\bi hate (?:you|this|these)\b|\bso annoying\b|\bget lost\b/iu,
  'wrong-number':
    /\bwrong (?:number|person|house|phone|one)\b|\bmis-?diall?ed\b|\bno (?:one|body)\b.*\b(?:by|of|with|called|named)\b|\b(?:do|does)(?:n'?t| not) (?:live|work) here\b|\bmoved (?:out|away)\b|\b(?:do not|don'?t) know (?:any|a)\b/iu,
  agrees:
    /^(?:(?:oh|well|um|uh)\W+)*(?:yes|yeah|yep|yup|sure|ok(?:ay)?|please|go ahead|al(?:l )?right|fine|do (?:that|it)|that would be|good idea)\b/iu,
  differs: /\b(?:no|not|don'?t|done|did|finished|but|later|wait)\b/iu,
  advice: /\bif (?:this|it) is an? (?:[\w-]+ ){0,2}emergency\b.*\b(?:dial|call|hang up)\b/iu,
};

const GERMAN: Words = {
  voicemail: either(
    /\bhinterlass\w*\b.*\bnachricht\b|\bnachricht (?:hinterlassen|aufsprechen|aufzeichnen)\b/,
    /\bnach dem (?:ton|signalton|piep\w*)\b|\bmailbox\b|\bsprachbox\b|\bvoicemail\b|\banrufbeantworter\b|\bnicht erreichbar\b/,
    /\banruf (?:\w+ ){0,2}nicht (?:entgegennehmen|annehmen|beantworten)\b|\banruf wird weitergeleitet\b/,
    /\b(?:rufe|rufen|melde|melden)\b.*\b(?:sobald|so bald|schnellstmöglich)\b.*\bzurück\b/,
    /\bthe (?:person|number|customer|subscriber) you have called\b/,
  ),
  screening:
    /\b(?:nennen|sagen) sie (?:bitte )?ihren namen\b|\bgrund (?:ihres|des) anrufs\b|\bwer ruft an und warum\b/iu,
  hold: /\bbleiben sie (?:bitte )?dran\b|\bbitte warten\b|\b(?:einen )?(?:moment|augenblick)(?: bitte)?\b|\bwarte(?:n sie)?(?: mal)?\b/iu,
  'somebody-else':
    /\b(?:sie|er|mama|mami|papa|mutter|vater|meine? \w+) ist (?:gerade |leider )?(?:nicht (?:da|hier|zu hause)|unterwegs|weg|bei der arbeit)\b|\bhier ist (?:ihre?|seine?|die|der) (?:mutter|vater|frau|mann|tochter|sohn|schwester|bruder)\b/iu,
  unwell:
    /\bich bin (?:\w+ )?(?:krank|verletzt|im urlaub|auf reisen|im krankenhaus)\b|\bich habe (?:fieber|grippe|migräne|kopfschmerzen)\b|\bmir geht es nicht gut\b/iu,
  'not-today': /\b(?:nicht mehr|keine anrufe)\b.*\bheute\b|\bheute\b.*\b(?:nicht mehr|keine anrufe)\b.*\banrufen\b/iu,
  'not-so-late':
    /\b(?:nicht )?so (?:spät|früh)\b.*\banruf\w*\b|\banruf\w*\b.*\bso (?:spät|früh)\b|\bruf\w* .*\bso (?:spät|früh)\b/iu,
  'stop-at-times':
    /^(?:(?:bitte|hey|nein)\W+)*(?:ruf\w*|rufen sie)\s+(?:mich\s+)?(?:bitte\s+)?(?:nicht|nie|niemals)\s+(?:mehr\s+)?(?:so\s+(?:spät|früh)|nachts|am\s+\w+|sonntags|bei der arbeit)\s+an\W*$/iu,
  hostile: /\bverpiss dich\b|\bhalt (?:die klappe|den mund|s maul)\b|\bleck mich\b|\bidiot\b|\bscheiß\w*/iu,
  'wrong-number': /\bfalsche (?:nummer|person)\b|\bfalsch verbunden\b|\bverwählt\b|\bwohnt (?:hier )?nicht\b/iu,
  agrees: /^(?:ja|jo|gern\w*|bitte|okay|klar|mach das|gute idee)\b/iu,
  differs: /\b(?:nein|nicht|kein\w*|erledigt|gemacht|fertig|aber|später|warte)\b/iu,
  advice:
    /\b(?:in (?:\w+ )?notfällen|(?:im|bei einem|in einem) (?:\w+ )?notfall|bei notfällen)\b.*\b(?:wählen|rufen|wenden) sie\b/iu,
};

const WORDS: Readonly<Record<string, Words>> = { en: ENGLISH, de: GERMAN };

/** In this order: a machine is known by its own words, whatever else it says; one that screens may have a tone as well. */
const REMARKS: readonly Remark[] = [
  'screening',
  'voicemail',
  'hold',
  'somebody-else',
  'not-today',
  'stop-at-times',
  'not-so-late',
  'unwell',
  'hostile',
];

/** What is remarked in these words, in the language of the call. "Wrong number" is an answer, and no remark. */
export function remarkIn(heard: string, language?: string): Remark | null {
  const words = wordsOf(language);
  const plain = plainly(heard);
  const remark = REMARKS.find((one) => words[one].test(plain)) ?? null;
  return remark === 'somebody-else' && words['wrong-number'].test(plain) ? null : remark;
}

/** "Yes please", "go ahead": agreement to an offer, in words that say nothing of a habit. */
export function agreesIn(heard: string, language?: string): boolean {
  const { agrees, differs } = wordsOf(language);
  const plain = plainly(heard);
  return agrees.test(plain) && !differs.test(plain);
}

/** "If this is an emergency, hang up and dial …": what a recording tells everybody. */
export function advisesInEmergency(heard: string, language?: string): boolean {
  return wordsOf(language).advice.test(plainly(heard));
}

function wordsOf(language = 'en'): Words {
  return WORDS[language.split('-', 1)[0]!.toLowerCase()] ?? ENGLISH;
}

function plainly(heard: string): string {
  return heard.trim().replaceAll('’', "'");
}
