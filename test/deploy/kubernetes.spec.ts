/**
 * Kubernetes' models are published for `import` alone.
 * @jest-environment-options {"customExportConditions": ["node", "import"]}
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECOND } from '../../src/kernel/clock';
import { LONGEST_TALK } from '../../src/modules/calls/engine/timing';
import { VARIABLES } from '../../src/platform/config';
import { checked, environmentOf, files, kustomization, manifests, ofKind, type Workload, workloads } from './manifests';
import { configured, REPOSITORY, SECRETS, userOfImage } from './production';

const ROUTES: Record<string, unknown> = JSON.parse(readFileSync(join(REPOSITORY, 'docs/openapi.json'), 'utf8')).paths;
const SERVERS = workloads().filter(({ name }) => name !== 'callivate-migrate');
const every = workloads().map((workload): [string, Workload] => [workload.name, workload]);
const servers = SERVERS.map((workload): [string, Workload] => [workload.name, workload]);

/** Between the end of the last talk and the end of the process. */
const CLOSES_WITHIN = 10 * SECOND;

describe('The manifests', () => {
  it('are what Kubernetes takes', () => {
    expect(
      manifests()
        .map(({ kind, metadata }) => `${kind} ${metadata?.name}`)
        .sort(),
    ).toEqual([
      'Deployment callivate-api',
      'Deployment callivate-worker',
      'HorizontalPodAutoscaler callivate-api',
      'Ingress callivate',
      'Job callivate-migrate',
      'NetworkPolicy callivate',
      'NetworkPolicy callivate-api',
      'PodDisruptionBudget callivate-api',
      'PodDisruptionBudget callivate-worker',
      'Service callivate-api',
      'ServiceAccount callivate',
    ]);
  });

  it('would not pass with a probe that is none', () => {
    const [deployment] = ofKind('Deployment');
    const broken = JSON.parse(JSON.stringify(deployment));
    broken.spec.template.spec.containers[0].readinessProbe.periodSeconds = 'often';
    expect(() => checked(broken)).toThrow(/periodSeconds/);
  });

  it.each(['', 'migrate'])('are all applied: kubernetes/%s', (folder) => {
    expect(kustomization(folder).resources.toSorted()).toEqual(files(folder).toSorted());
  });

  it('migrate and serve with one and the same image, of a version that stays what it is', () => {
    expect(kustomization('migrate').images).toEqual(kustomization().images);
    expect(kustomization().images[0]?.newTag).not.toMatch(/^(latest|)$/);
    expect(workloads().map(({ container }) => container.image)).toEqual(['callivate', 'callivate', 'callivate']);
  });
});

describe.each(every)('%s', (_, { pod, container }) => {
  const environment = environmentOf(container);

  it('is told what the service understands, and all that it asks for', () => {
    expect(Object.keys(environment).filter((name) => !(name in VARIABLES))).toEqual([]);
    expect(configured(environment)).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
  });

  it('has every secret from the Secret, none by its value', () => {
    const secret = (container.env ?? []).filter(({ name }) => name in SECRETS);
    expect(secret.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name)).toEqual(secret.map(() => 'callivate'));
    expect(secret).toHaveLength(6);
  });

  it('may do nothing that it need not, as the user the image is made for', () => {
    expect(userOfImage()).toBeGreaterThan(0);
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: userOfImage(), seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('says how much it needs', () => {
    expect(container.resources).toMatchObject({
      requests: { cpu: expect.any(String), memory: expect.any(String) },
      limits: { memory: expect.any(String) },
    });
  });
});

describe.each(servers)('%s', (name, { labels, pod, container }) => {
  const [deployment] = ofKind('Deployment').filter(({ metadata }) => metadata?.name === name);

  it('is watched by three probes, each on a route that exists and a port that is open', () => {
    const { startupProbe, livenessProbe, readinessProbe, ports } = container;
    const probes = [startupProbe, livenessProbe, readinessProbe].map((probe) => probe?.httpGet);
    expect(probes.map((probe) => probe?.path)).toEqual(['/health/startup', '/health/live', '/health/ready']);
    expect(probes.map((probe) => probe?.port)).toEqual(probes.map(() => ports?.[0]?.name));
    expect(probes.filter((probe) => !(probe?.path && probe.path in ROUTES))).toEqual([]);
    expect(ports?.[0]?.containerPort).toBe(configured(environmentOf(container)).PORT);
  });

  it('is asked often whether it is ready, and given more time than its database is', () => {
    expect(container.readinessProbe?.periodSeconds).toBeLessThanOrEqual(2);
    expect(container.readinessProbe?.timeoutSeconds).toBeGreaterThan(2);
  });

  it('leaves after the longest talk, and before it proxies are told', () => {
    const told = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
    expect(told).toBeGreaterThanOrEqual(container.readinessProbe?.periodSeconds ?? Number.POSITIVE_INFINITY);
    const grace = (pod.terminationGracePeriodSeconds ?? 0) * SECOND;
    expect(grace).toBeGreaterThanOrEqual(told * SECOND + LONGEST_TALK + CLOSES_WITHIN);
    expect(grace).toBeLessThan(300 * SECOND);
  });

  it('is replaced all at once and never missed', () => {
    expect(deployment?.spec?.strategy?.rollingUpdate).toEqual({ maxSurge: '100%', maxUnavailable: 0 });
  });

  it('finds its pods, as do its disruption budget and its spread', () => {
    const budget = ofKind('PodDisruptionBudget').find(({ metadata }) => metadata?.name === name);
    const selectors = [deployment, budget].map((owner) => owner?.spec?.selector);
    const spread = pod.topologySpreadConstraints?.map(({ labelSelector }) => labelSelector) ?? [];
    expect(spread).toHaveLength(2);
    expect([...selectors, ...spread].map((selector) => selector?.matchLabels)).toEqual([
      labels,
      labels,
      labels,
      labels,
    ]);
  });

  it('can lose a pod to an upgrade of a node, and goes on', () => {
    const budget = ofKind('PodDisruptionBudget').find(({ metadata }) => metadata?.name === name);
    expect(fewestPods(name)).toBeGreaterThan(Number(budget?.spec?.maxUnavailable));
  });

  it('shows Prometheus where its metrics are', () => {
    const annotations = deployment?.spec?.template.metadata?.annotations ?? {};
    expect(annotations['prometheus.io/port']).toBe(String(container.ports?.[0]?.containerPort));
    expect(annotations['prometheus.io/path']).toBe('/metrics');
    expect('/metrics' in ROUTES).toBe(true);
  });
});

describe('Traffic', () => {
  it('comes by the ingress to the api alone', () => {
    const [service] = ofKind('Service');
    const api = SERVERS.find(({ name }) => name === 'callivate-api');
    expect(service?.spec?.selector).toEqual(api?.labels);
    expect(service?.spec?.ports?.[0]?.targetPort).toBe(api?.container.ports?.[0]?.name);
    const [ingress] = ofKind('Ingress');
    const backends = ingress?.spec?.rules?.flatMap(
      ({ http }) => http?.paths.map(({ backend }) => backend.service) ?? [],
    );
    expect(backends).toEqual([{ name: service?.metadata?.name, port: { name: service?.spec?.ports?.[0]?.name } }]);
  });

  it('bears the silence of a stream', () => {
    const annotations = ofKind('Ingress')[0]?.metadata?.annotations ?? {};
    expect(Number(annotations['nginx.ingress.kubernetes.io/proxy-read-timeout'])).toBeGreaterThan(
      LONGEST_TALK / SECOND,
    );
    expect(annotations['nginx.ingress.kubernetes.io/proxy-buffering']).toBe('off');
  });

  it('is closed by a policy for every pod, but for what it names', () => {
    const [all] = ofKind('NetworkPolicy').filter(({ spec }) => spec?.policyTypes?.includes('Egress'));
    const chosen = Object.entries(all?.spec?.podSelector?.matchLabels ?? {});
    for (const { labels } of workloads()) expect(Object.entries(labels)).toEqual(expect.arrayContaining(chosen));
    expect(chosen).not.toEqual([]);
    expect(all?.spec?.ingress?.every(({ from, ports }) => from?.length && ports?.length)).toBe(true);
    const ports = all?.spec?.egress?.flatMap((rule) => rule.ports?.map(({ port }) => port) ?? ['any']);
    expect(ports).toEqual([53, 53, 5432, 6432, 6379, 4318, 443]);
  });

  it('has the autoscaler decide on the number of api pods, not the manifest', () => {
    const [autoscaler] = ofKind('HorizontalPodAutoscaler');
    const [api] = ofKind('Deployment').filter(({ metadata }) => metadata?.name === 'callivate-api');
    expect(autoscaler?.spec?.scaleTargetRef).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'callivate-api',
    });
    expect(api?.spec?.replicas).toBeUndefined();
  });
});

function fewestPods(name: string): number {
  const autoscaler = ofKind('HorizontalPodAutoscaler').find(({ spec }) => spec?.scaleTargetRef.name === name);
  const deployment = ofKind('Deployment').find(({ metadata }) => metadata?.name === name);
  return autoscaler?.spec?.minReplicas ?? deployment?.spec?.replicas ?? 1;
}
