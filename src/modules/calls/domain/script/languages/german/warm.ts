import type { PersonaWords } from '../../language';

/** Sarah: eine Freundin, die gern fragt. */
export const warm: PersonaWords = {
  hello: { named: ['Hallo {name}', 'Hi {name}'], nameless: ['Hallo', 'Hi', 'Hallo du'] },
  opening: [
    '{hello}, hier ist Callivate, ein KI-Assistent,',
    '{hello}, ich bin Callivate, dein KI-Assistent,',
    '{hello}, hier spricht Callivate, dein KI-Assistent,',
  ],
  reasons: {
    'test-call': ['mit dem Testanruf für dich.', 'nur um zu zeigen, wie das klingt.', 'mit deinem kleinen Testanruf.'],
    'asked-for': [
      'wie gewünscht zu deinem Anruf um {habit}.',
      'du wolltest es, um {habit}.',
      'gern für dich, um {habit}.',
    ],
    callback: [
      'wie versprochen noch mal um {habit}.',
      'du wolltest den Rückruf, um {habit}.',
      'gern zurück, um {habit}.',
    ],
    'follow-up': [
      'es geht noch einmal um {habit}.',
      'ganz sanft noch mal um {habit}.',
      'ich frage noch mal, um {habit}.',
    ],
    inbound: [
      'schön, dass du anrufst, es geht um {habit}.',
      'du rufst zurück, es geht um {habit}.',
      'wie schön, dein Anruf, um {habit}.',
    ],
    'inbound-all-done': [
      'schön, dass du anrufst, alles ist erledigt.',
      'und alles ist geschafft, wie schön.',
      'gerade ist alles erledigt.',
    ],
    'first-call': ['zum ersten Mal, um {habit}.', 'unser erster Anruf, um {habit}.', 'ein erstes Hallo, um {habit}.'],
    'several-habits': ['es geht um {habit}.', 'ich frage gern, um {habit}.', 'kurz zu dir, um {habit}.'],
    'milestone-near': [
      'es geht um {habit}, fast {newCount}.',
      'um {habit}. {newCount}, das wäre schön.',
      'um {habit}, kurz vor {newCount}.',
    ],
    'streak-at-stake': [
      'es geht um {habit} und deine schöne {streak}.',
      'um {habit}, deine {streak}.',
      'es geht um {habit}, eine feine {streak}.',
    ],
    'missed-yesterday': [
      'es geht um {habit}. Heute beginnt frisch.',
      'um {habit}, an einem neuen Tag.',
      'um {habit}. Schön, dich heute zu hören.',
    ],
    monday: {
      more: [
        'um {habit}: letzte Woche {lastWeek}, davor {weekBefore}.',
        'um {habit}. Erst {weekBefore}, dann {lastWeek} letzte Woche.',
        'um {habit}. Letzte Woche {lastWeek}, mehr als davor.',
      ],
      same: [
        'um {habit}: wieder {lastWeek} letzte Woche.',
        'es geht um {habit}. Letzte Woche {lastWeek}, wie davor.',
        'um {habit}: schön stetig {lastWeek} letzte Woche.',
      ],
      fewer: [
        'um {habit}. Die neue Woche beginnt sanft.',
        'um {habit}, in einer frischen neuen Woche.',
        'um {habit}: letzte Woche {lastWeek}, nun aufs Neue.',
      ],
    },
    'plain-day': ['es geht um {habit}.', 'ich frage nach, um {habit}.', 'kurz zu dir, es geht um {habit}.'],
  },
  writtenDown: [
    'Deine Antworten werden aufgeschrieben.',
    'Ich schreibe deine Antworten auf.',
    'Deine Worte werden notiert.',
  ],
  haveYouDoneIt: ["Hast du's gemacht?", 'Ist es geschafft?', 'Ist es erledigt?'],
  praise: ['Schön gemacht.', 'Wie schön.', 'Wunderbar.', 'Das freut mich.'],
  rowGrows: ['{newCount} in Folge.', '{newCount} am Stück.', 'Schon {newCount} in Folge.'],
  milestoneReached: ['{newCount}, wie schön.', 'Was für eine Freude, {newCount}.', '{newCount}, genieß es.'],
  rowBegins: ['Das ist ein guter Anfang.', 'Ein schöner Beginn.', 'Ein guter erster Schritt.'],
  backAgain: ['Schön, dass du wieder da bist.', 'Ein frischer Anfang.', 'Schön, neu zu beginnen.'],
  oneOfSeveralDone: ['Schön gemacht.', 'Schön.', 'Wunderbar.'],
  oneOfSeveralGrows: ['Schön, {newCount} in Folge.', 'Gut gemacht, {newCount}.', '{newCount} in Folge, wunderbar.'],
  thanksForTelling: [
    'Alles gut, danke, dass du es sagst.',
    'Das ist in Ordnung, danke dir.',
    'Kein Problem, danke für die ehrliche Antwort.',
  ],
  skipped: [
    'Gut, ich lasse es diesmal aus.',
    'Natürlich, heute lassen wir es aus.',
    'In Ordnung, für heute ausgelassen.',
  ],
  partNoted: [
    'Danke, das ist ein Anfang. Ich habe es notiert.',
    'Jedes bisschen zählt. Ich habe es notiert.',
    'Schön, ein Teil ist geschafft. Ich habe es notiert.',
  ],
  goodbye: ['Tschüss.', "Mach's gut.", 'Bis bald.', 'Alles Liebe.'],
};
