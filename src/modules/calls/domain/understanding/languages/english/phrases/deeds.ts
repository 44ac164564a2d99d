import { Phrases } from '../../../phrase';

/** What is said in the habit's own words, which stand here as `habit-words.ts` marks them. */
export const DEEDS: Phrases = [
  [
    'deed',
    [
      '$it have (done) $finished',
      '$i? have? (did) off|out|up|down|through|over? $object?',
      '$i? have (done)|(do) off|out|up? $object?',
      '$i? did (do) $object?',
      '$i? have? $deed_done $det? _? $thing',
      '$i? have? $deed_done all|both|some|most? of? $det? _? $thing',
      '$i? have (do) $det? _? $thing',
      '$i? have? did|done|finished|completed|got|had|gotten|managed $det? _? $thing in|done|out? of? the? way?',
      '$i? have? had them|mine|$thing with|at|after|before|this',
      '$det? $thing $be|has|have been? $deed_done|(do)|$finished|made|sorted|tidy|spotless|clean|empty',
      '$object $be|has|have been? $deed_done|(do)',
      '$object $be made|watered|taken|walked|fed|cleaned|washed',
      '$thing|all|both|everything|vitamins $deed_done',
      '$i? have? went|gone|been for|to|on a|my|the|our|it? _? $thing',
      'went|been $doing',
      '$i? have been $doing',
      'have been out|there|already? for a|my|the? _? $thing',
      '$be|got|came|am|get? back|home from $det? _? $thing|it|there',
      'have had it|his|her|their walk|$thing',
      'have been out >',
    ],
  ],
  [
    'deed',
    [
      'no (avoided) today|at|so|for|all?',
      '$i? have? stayed|kept off|away|clear from|of? (avoided)',
      'without (avoided)',
    ],
  ],
  [
    'not-done',
    [
      'no $thing|(do) today|yet|tonight|so',
      'not $deed_done|(do)|been|gone|made $object? $det? _? $thing? yet|today?',
      'not been out|there|yet',
      'not make|take|get|go|do|have|touch|open $object? to|of? $det? _? $thing|(do)? yet|today?',
      '$det? $thing $be|has|have not been? $deed_done|(do)|made|out? yet?',
      '$object $be|has|have not been? $deed_done|(do)|made yet?',
      '$be about to head|go|leave out? for|to? $det? _? $thing?',
      '$be|still on the|my counter|list|table|desk|to',
      'i|we have|had|ate|smoked some|a|an|any? (avoided)',
      'putting|getting my|on my|the? shoes|coat|kit|gear|things on? now?',
    ],
  ],
  [
    'intent',
    [
      'i|we? $be|am still|already? just? $doing $object? $det? _? $thing?',
      '< $doing $object? $det? _? $thing? now',
      'i|we? $be heading|going|walking|off there|to|out|for $det? _? $thing?',
      '$be? at $det? $thing now',
      'need|have|got to walk|water|take|make|call|read|write $det? _? $thing?',
    ],
  ],
  [
    'task',
    ['(do) $object? $det? _? $thing?', '$doing', 'take|make|call|ring|phone|start|feed $object|$det _? $thing?'],
  ],
  [
    'partly',
    [
      '$i? have? $deed_done|did half|most|some|part|one|bits of? $det? _? $thing|$object|way? so? far?',
      '$i? have? $deed_done only|just half|most|some|part|one|two of? $det? _? $thing|$object|way? so? far?',
      '$i? only $deed_done _? of? $det? _? $thing|$object? so? far?',
      '$i? have? cut it|$thing short',
    ],
  ],
];
