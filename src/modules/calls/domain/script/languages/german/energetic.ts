import type { PersonaWords } from '../../language';

/** Alex: voller Schwung. */
export const energetic: PersonaWords = {
  hello: { named: ['Hey {name}', 'Hi {name}'], nameless: ['Hey', 'Hi'] },
  opening: [
    '{hello}, Callivate ist dran, dein KI-Assistent,',
    '{hello}, Callivate hier, dein KI-Assistent,',
    '{hello}, da ist Callivate, dein KI-Assistent,',
  ],
  reasons: {
    'test-call': ['mit deinem Testanruf.', 'Test läuft.', 'und das ist der Testanruf.'],
    'asked-for': ['du wolltest mich, um {habit}.', 'schon da, um {habit}.', 'wie gewünscht, um {habit}.'],
    callback: ['wieder da, um {habit}.', 'zurück, wie abgemacht, um {habit}.', 'da bin ich wieder, um {habit}.'],
    'follow-up': ['zweite Runde, um {habit}.', 'noch mal um {habit}.', 'ich frage noch mal, um {habit}.'],
    inbound: ['super, dass du anrufst, um {habit}.', 'du hast geklingelt, um {habit}.', 'schon am Hörer, um {habit}.'],
    'inbound-all-done': ['und alles ist erledigt, klasse.', 'super, alles abgehakt.', 'bei dir ist alles geschafft.'],
    'first-call': ['los geht es, um {habit}.', 'Premiere, um {habit}.', 'unser erster Anruf, um {habit}.'],
    'several-habits': ['es geht um {habit}.', 'gleich um {habit}.', 'Schritt für Schritt um {habit}.'],
    'milestone-near': [
      'um {habit}, fast {newCount}.',
      'um {habit}. {newCount}, gleich da.',
      'um {habit}, jetzt {newCount}.',
    ],
    'streak-at-stake': [
      'um {habit}, starke {streak}.',
      'um {habit}, deine {streak} läuft.',
      'um {habit}, eine heiße {streak}.',
    ],
    'missed-yesterday': ['um {habit}. Heute neuer Schwung.', 'um {habit}, neuer Tag.', 'um {habit}. Heute geht was.'],
    monday: {
      more: [
        'um {habit}: {lastWeek} letzte Woche, davor {weekBefore}.',
        'um {habit}. Von {weekBefore} auf {lastWeek} letzte Woche.',
        'um {habit}: {weekBefore}, dann {lastWeek} letzte Woche.',
      ],
      same: [
        'um {habit}: wieder {lastWeek} letzte Woche.',
        'um {habit}. Noch mal {lastWeek} letzte Woche.',
        'um {habit}: konstant {lastWeek} letzte Woche.',
      ],
      fewer: ['um {habit}. Neue Woche, neuer Schwung.', 'um {habit}, auf in die Woche.', 'um {habit}. Frische Woche.'],
    },
    'plain-day': ['es geht um {habit}.', 'schnelle Frage, um {habit}.', 'kurz um {habit}.'],
  },
  writtenDown: [
    'Deine Antworten werden notiert.',
    'Ich schreibe deine Antworten mit.',
    'Deine Antworten schreibe ich auf.',
  ],
  haveYouDoneIt: ["Hast du's gemacht?", 'Schon erledigt?', "Hat's geklappt?"],
  praise: ['Super.', 'Klasse.', 'Stark gemacht.', 'Toll.'],
  rowGrows: ['{newCount} in Folge.', 'Schon {newCount} am Stück.', '{newCount}, es läuft.'],
  milestoneReached: ['{newCount}, wow.', 'Wahnsinn, {newCount}.', '{newCount}, das ist groß.'],
  rowBegins: ['Der Start ist gemacht.', 'Und los geht es.', 'Ein starker Anfang.'],
  backAgain: ['Du bist wieder da.', 'Neu gestartet.', 'Zurück mit Schwung.'],
  oneOfSeveralDone: ['Super.', 'Klasse.', 'Toll.'],
  oneOfSeveralGrows: ['Super, {newCount} in Folge.', 'Klasse, {newCount}.', '{newCount}, es läuft.'],
  thanksForTelling: ['Alles klar, danke fürs Sagen.', 'Okay, danke dir.', 'Kein Ding, danke für die Antwort.'],
  skipped: ['Okay, diesmal ausgelassen.', 'Alles klar, heute Pause.', 'Gut, ich lasse es aus.'],
  partNoted: [
    'Hey, das ist ein Anfang. Notiert.',
    'Jedes Stück zählt. Ich habe es notiert.',
    'Hey, ein Teil ist da. Ich habe es notiert.',
  ],
  goodbye: ['Tschüss.', 'Bis bald.', "Mach's gut."],
};
