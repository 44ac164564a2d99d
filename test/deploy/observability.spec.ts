import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { METRICS } from './metrics';
import { REPOSITORY } from './production';

const DASHBOARD = JSON.parse(read('deploy/grafana/callivate.json')) as {
  panels: { title: string; gridPos: { x: number; y: number }; targets: { expr: string }[] }[];
};
const ALERTS = parse(read('deploy/prometheus/alerts.yaml')) as {
  groups: {
    rules: { alert: string; expr: string; labels: { severity: string }; annotations: { summary: string } }[];
  }[];
};
const QUESTIONS = [
  ...DASHBOARD.panels.flatMap(({ title, targets }) => targets.map(({ expr }): [string, string] => [title, expr])),
  ...ALERTS.groups.flatMap(({ rules }) => rules.map(({ alert, expr }): [string, string] => [alert, expr])),
];

/** A metric of ours, the labels it is asked by, and what Prometheus appends to the name of a histogram. */
const ASKED = /(callivate_\w+?)(?:_(?:bucket|count|sum))?\b(?!_)(?:\{([^}]*)\})?/g;

describe('The dashboard and the alerts', () => {
  it.each(QUESTIONS)('%s asks for metrics that there are, by their labels', (_, question) => {
    for (const [, name = '', matchers = ''] of question.matchAll(ASKED)) {
      expect(Object.keys(METRICS)).toContain(name);
      const labels = [...matchers.matchAll(/(\w+)\s*(?:=|!=)/g)].map(([, label]) => label);
      expect(labels.filter((label) => !METRICS[name]?.includes(label ?? '') && label !== 'le')).toEqual([]);
    }
  });

  it('show every metric that is listed', () => {
    const all = QUESTIONS.map(([, question]) => question).join(' ');
    expect(Object.keys(METRICS).filter((name) => !all.includes(name))).toEqual([]);
  });

  it('speak of metrics that the code makes, with those labels', () => {
    const made = [...sources().matchAll(/name: '(callivate_\w+)'[^}]*?labelNames: \[([^\]]*)\]/g)];
    const labels = new Map(made.map(([, name = '', list = '']) => [name, list.match(/\w+/g)]));
    for (const [name, names] of Object.entries(METRICS)) expect([name, labels.get(name)]).toEqual([name, names]);
  });

  it('have an alert for each promise, which says how urgent it is and what is wrong', () => {
    const rules = ALERTS.groups.flatMap((group) => group.rules);
    expect(rules.filter(({ labels }) => !/^(page|ticket)$/.test(labels.severity))).toEqual([]);
    expect(rules.filter(({ annotations }) => !annotations.summary)).toEqual([]);
    const tried = read('deploy/prometheus/alerts.test.yaml');
    expect(rules.filter(({ alert }) => !tried.includes(`alertname: ${alert}`))).toEqual([]);
  });

  it('lie side by side, no panel over another', () => {
    const places = DASHBOARD.panels.map(({ gridPos: { x, y } }) => `${x},${y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

function sources(): string {
  const files = readdirSync(join(REPOSITORY, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(join('src', file)))
    .join('\n');
}

function read(path: string): string {
  return readFileSync(join(REPOSITORY, path), 'utf8');
}
