/** Of the sites whose outline is known: how much of it the question holds. They are counted by their point. */
import { useEffect, useMemo } from 'preact/hooks';
import { outlineShare } from '../../analysis/outline-share.ts';
import type { Ask } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { outlineAt } from '../../state/outlines.ts';
import { outlineOf } from '../../state/plan/answer.ts';
import { loadSpread, questionSpread } from '../../state/plan/border-spread.ts';
import { LinkButton, Note, Section } from '../../ui/pieces.tsx';
import { areaText, spreadWords } from '../shared/measures.ts';

export default function AskOutlines({ ask }: { readonly ask: Ask }) {
  const { state, i18n, need } = useApp();
  const { t, name } = i18n.value;
  const sites = state.visibleSites.value.filter(({ outline }) => outline !== undefined);
  const isDistrict = ask.kind === 'area' && ask.area.entity === 'district';
  useEffect(() => {
    if (sites.length > 0) need.outlines();
    if (sites.length > 0 && isDistrict) loadSpread().catch(state.actions.notify);
  }, [sites.length, isDistrict]);
  const outlines = state.outlines.value;
  const question = useMemo(() => outlineOf(state.base, state.things.value, ask), [ask]);
  const spread = questionSpread(state.base, ask);
  const held = useMemo(
    () =>
      question === null
        ? []
        : sites
            .flatMap((site) => {
              const outline = outlineAt(state, site);
              if (outline === null) return [];
              const { m2, share } = outlineShare(outline, question);
              const range = spread?.shareRange((area) => outlineShare(outline, area).share, spread);
              return [{ site, m2, range: range ?? { least: share, share, most: share } }];
            })
            .filter(({ range }) => range.most > 0)
            .sort((a, b) => b.range.share - a.range.share),
    [question, spread, outlines, state.visibleSites.value],
  );
  if (held.length === 0) return null;
  return (
    <Section title={t('askOutlines')}>
      <Note>{t('askOutlinesNote')}</Note>
      {spread !== null && (
        <Note>{t('askSpreadNote', { m: state.base.version.boundaries.districts.accuracyMetres })}</Note>
      )}
      <ul class="ask-outlines">
        {held.map(({ site, m2, range }) => (
          <li key={site.id}>
            <LinkButton onClick={() => state.actions.selectSite(site.id)}>{name(site)}</LinkButton>{' '}
            <span class="tabular">
              {t('askOutlineShare', { share: spreadWords(i18n.value, range), area: areaText(i18n.value, m2) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
