import { Injectable } from '@nestjs/common';
import {
  Counter,
  type CounterConfiguration,
  collectDefaultMetrics,
  Gauge,
  type GaugeConfiguration,
  Histogram,
  type HistogramConfiguration,
  Registry,
} from 'prom-client';

type Described<Configuration> = Omit<Configuration, 'registers'>;

/**
 * What this process measures of itself, for Prometheus. Whoever knows something worth counting makes its instrument here,
 * once, in its constructor; names begin with `callivate_`, end in their unit, and no label ever holds a person or an id.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<Label extends string>(description: Described<CounterConfiguration<Label>>): Counter<Label> {
    return new Counter({ ...description, registers: [this.registry] });
  }

  gauge<Label extends string>(description: Described<GaugeConfiguration<Label>>): Gauge<Label> {
    return new Gauge({ ...description, registers: [this.registry] });
  }

  histogram<Label extends string>(description: Described<HistogramConfiguration<Label>>): Histogram<Label> {
    return new Histogram({ ...description, registers: [this.registry] });
  }
}
