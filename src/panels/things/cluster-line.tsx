/** The line of time of a cluster's records: drawn by what draws the charts of a stage, in the width of the panel. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { layoutChart } from '../../domain/chart-layout.ts';
import { lineOfCluster } from '../../domain/line-of-time.ts';
import { yearOf } from '../../domain/milestones.ts';
import type { Cluster } from '../../domain/schema/policy.ts';
import { useApp } from '../../state/app.ts';
import { Section } from '../../ui/pieces.tsx';
import { Chart } from '../present/chart.tsx';
import { lineWords } from '../present/line-words.ts';
import { createMeasure } from '../present/measure.ts';
import './cluster-line.css';

/** Px that type and spaces are multiples of: rows stand as high as the text around them. */
const UNIT = 7.2;

export default function ClusterLine({ cluster }: { readonly cluster: Cluster }) {
  const { state, i18n } = useApp();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const measured = () => setWidth(current.clientWidth);
    measured();
    if (!('ResizeObserver' in window)) return;
    const watch = new ResizeObserver(measured);
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  const line = lineOfCluster(state.corrections.sites.value, cluster.id, yearOf(state.base.version.date));
  if (line === null) return null;
  const name = i18n.value.name(cluster);
  const chart = layoutChart(lineWords(i18n.value, line, name), { x: 0, y: 0, w: width }, UNIT, createMeasure());
  return (
    <Section title={i18n.value.t('milestones')}>
      <div ref={box} class="cluster-line" style={{ height: `${chart.h}px` }}>
        {width > 0 && <Chart chart={chart} />}
      </div>
    </Section>
  );
}
