import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { IContainer as Container } from 'kubernetes-models/v1/Container';
import type { IPodSpec as PodSpec } from 'kubernetes-models/v1/PodSpec';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import { parse, parseAllDocuments } from 'yaml';

export const DEPLOY = resolve(__dirname, '../../deploy');
const KUBERNETES = join(DEPLOY, 'kubernetes');

/** What Kubernetes checks on arrival, by its own published schemas. */
const MODELS = {
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  Job,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
};

export type Kind = keyof typeof MODELS;
export type Manifest<K extends Kind = Kind> = InstanceType<(typeof MODELS)[K]>;

export interface Kustomization {
  resources: string[];
  namespace: string;
  images: { name: string; newName: string; newTag: string }[];
  configMapGenerator?: { name: string; literals: string[] }[];
}

/** Every object that is applied. @throws for one that Kubernetes would refuse, or whose kind is not expected. */
export function manifests(): Manifest[] {
  return ['', 'migrate'].flatMap((folder) =>
    kustomization(folder).resources.flatMap((name) =>
      parseAllDocuments(read(folder, name)).map((document) => checked(document.toJS())),
    ),
  );
}

export function ofKind<K extends Kind>(kind: K): Manifest<K>[] {
  return manifests().filter((manifest): manifest is Manifest<K> => manifest.kind === kind);
}

export function kustomization(folder = ''): Kustomization {
  return parse(read(folder, 'kustomization.yaml')) as Kustomization;
}

/** Files that lie in a folder and are no kustomization: each should be applied. */
export function files(folder = ''): string[] {
  return readdirSync(join(KUBERNETES, folder)).filter((name) => /\.yaml$/.test(name) && name !== 'kustomization.yaml');
}

export function checked(plain: { kind?: string }): Manifest {
  const Model = MODELS[plain.kind as Kind] as unknown as (new (plain: unknown) => Manifest) | undefined;
  if (!Model) throw new Error(`Nobody expects a ${plain.kind}.`);
  const manifest = new Model(plain);
  manifest.validate();
  return manifest;
}

function read(folder: string, name: string): string {
  return readFileSync(join(KUBERNETES, folder, name), 'utf8');
}

/** A program of ours as it runs in the cluster. */
export interface Workload {
  name: string;
  labels: Record<string, string>;
  pod: PodSpec;
  container: Container;
}

export function workloads(): Workload[] {
  return [...ofKind('Deployment'), ...ofKind('Job')].map(({ metadata, spec }) => {
    const pod = spec?.template.spec;
    const [container] = pod?.containers ?? [];
    if (!pod || !container) throw new Error(`${metadata?.name} runs nothing.`);
    return { name: metadata?.name ?? '', labels: spec?.template.metadata?.labels ?? {}, pod, container };
  });
}

/** What a pod is told: a value as it is written, or null for one that a Secret holds. */
export function environmentOf({ env = [], envFrom = [] }: Container): Record<string, string | null> {
  const maps = envFrom.map(({ configMapRef }) => configMapRef?.name);
  const generated = kustomization().configMapGenerator?.filter(({ name }) => maps.includes(name)) ?? [];
  const literals = generated.flatMap((map) => map.literals.map((literal) => literal.split(/=(.*)/s, 2)));
  return Object.fromEntries([...literals, ...env.map(({ name, value }) => [name, value ?? null])]);
}
