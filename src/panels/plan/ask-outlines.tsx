/** Of the sites whose outline is known: how much of it the question holds. They are counted by their point. */
import { useEffect, useMemo } from 'preact/hooks';
import { outlineShare } from '../../analysis/outline-share.ts';
import type { Ask } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { outlineAt } from '../../state/outlines.ts';
import { outlineOf } from '../../state/plan/answer.ts';
import { LinkButton, Note, Section } from '../../ui/pieces.tsx';
import { areaText } from '../shared/measures.ts';

export default function AskOutlines({ ask }: { readonly ask: Ask }) {
  const { state, i18n, need } = useApp();
  const { t, name, number } = i18n.value;
  const sites = state.visibleSites.value.filter(({ outline }) => outline !== undefined);
  useEffect(() => {
    if (sites.length > 0) need.outlines();
  }, [sites.length]);
  const outlines = state.outlines.value;
  const question = useMemo(() => outlineOf(state.base, state.things.value, ask), [ask]);
  const held = useMemo(
    () =>
      question === null
        ? []
        : sites
            .flatMap((site) => {
              const outline = outlineAt(state, site);
              return outline === null ? [] : [{ site, ...outlineShare(outline, question) }];
            })
            .filter(({ share }) => share > 0)
            .sort((a, b) => b.share - a.share),
    [question, outlines, state.visibleSites.value],
  );
  if (held.length === 0) return null;
  return (
    <Section title={t('askOutlines')}>
      <Note>{t('askOutlinesNote')}</Note>
      <ul class="ask-outlines">
        {held.map(({ site, m2, share }) => (
          <li key={site.id}>
            <LinkButton onClick={() => state.actions.selectSite(site.id)}>{name(site)}</LinkButton>{' '}
            <span class="tabular">
              {t('askOutlineShare', { n: number(share * 100, 1), area: areaText(i18n.value, m2) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
