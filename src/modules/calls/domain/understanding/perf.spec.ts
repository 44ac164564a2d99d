import { understand } from './understand';

it('p', () => {
  const s = {
    asked: 'done?' as const,
    now: new Date('2026-11-23T17:05:00Z'),
    timeZone: 'Europe/Berlin',
    numeric: true,
    unit: 'pages',
  };
  for (const t of [
    'yes, just finished',
    'no because the kids were sick and I had to go to the hospital with them',
    'i have not done it '.repeat(50),
    'a '.repeat(490),
    'one '.repeat(240),
    'did it all over and done with '.repeat(30),
    'thousand hundred half and a half '.repeat(25),
  ]) {
    for (let i = 0; i < 50; i++) understand(t, s);
    const a = performance.now();
    for (let i = 0; i < 50; i++) understand(t, s);
    console.log(t.slice(0, 20), ((performance.now() - a) / 50).toFixed(3), 'ms');
  }
});
