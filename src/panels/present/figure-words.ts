/** The one figure of a stop in words, with what it is and for when; unknown is said. */
import type { ShownFigure } from '../../domain/tour-figure.ts';
import type { FigureRef } from '../../domain/tour-schema.ts';
import { factWords } from '../../i18n/fact.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';

type CountOf = Extract<FigureRef, { from: 'count' }>['of'];

const COUNT_LABELS: Readonly<Record<CountOf, MessageKey>> = {
  all: 'figureCountAll',
  located: 'figureCountLocated',
  clauses: 'figureCountClauses',
  cluster: 'figureCountCluster',
  district: 'figureCountDistrict',
  clause: 'figureCountClause',
};

export interface FigureWords {
  readonly value: string;
  readonly label: string;
  readonly known: boolean;
}

export function figureWords({ t, lang, zh, number, text, date }: I18n, figure: ShownFigure): FigureWords {
  switch (figure.kind) {
    case 'unknown':
      if (figure.of === 'set') return { value: t('setGone'), label: '', known: false };
      return {
        value: t('figureUnknown'),
        label: t(figure.of === 'statistic' ? 'figureUnknownStatistic' : 'figureUnknownOther'),
        known: false,
      };
    case 'target': {
      const amount = factWords({ lang, zh }, { value: figure.overCny, unit: 'CNY', qualifier: 'over' });
      const label =
        figure.year === null ? t('figureTargetNoYear') : t('figureTargetYear', { year: String(figure.year) });
      return { value: amount, label, known: true };
    }
    case 'count': {
      const { certain, possible, of } = figure;
      const value = certain === possible ? number(certain) : `${number(certain)}–${number(possible)}`;
      return { value, label: t(COUNT_LABELS[of], { n: value }), known: true };
    }
    case 'rows':
      return { value: number(figure.n), label: t('figureRows', { name: figure.name }), known: true };
    case 'own':
      return { value: text(figure.value), label: text(figure.label), known: true };
    case 'units':
      return { value: number(figure.n), label: t('figureUnits', { n: figure.n }), known: true };
    case 'fact':
      return {
        value: figure.facts.map((item) => factWords({ lang, zh }, item)).join(' / '),
        label: [
          text(figure.label),
          figure.asOf === null ? t('figureUndated') : date(figure.asOf),
          figure.facts.length > 1 ? t('figureMany') : null,
        ]
          .filter((part) => part !== null)
          .join(' · '),
        known: true,
      };
  }
}
