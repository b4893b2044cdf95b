/** The nearest to where the question starts, as ranges; what cannot be put in order stands in one group. */
import { useMemo } from 'preact/hooks';
import type { MessageKey } from '../../i18n/index.ts';
import type { Ask } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { type AskedSet, nearestTo, shapeAsked, startOf } from '../../state/plan/answer.ts';
import { LinkButton, Note, Section } from '../../ui/pieces.tsx';

/** What the nearest are measured from. */
function fromWord(ask: Ask): MessageKey {
  switch (ask.kind) {
    case 'polygon':
      return 'nearFromMiddle';
    case 'own':
      return 'nearFromOwn';
    case 'area':
      return ask.area.entity === 'district' ? 'nearFromLabel' : 'nearFromTown';
    case 'radius':
      return 'nearFromCentre';
  }
}

export function AskNearest({ ask, asked }: { readonly ask: Ask; readonly asked: AskedSet }) {
  const { state, i18n } = useApp();
  const { t, name, distance } = i18n.value;
  const start = startOf(state.things.value, ask, shapeAsked(state.plan.answers.value?.own.value ?? null));
  const nearest = useMemo(
    () => (start === null ? null : nearestTo(asked, start)),
    [asked, ask, start?.position[0], start?.position[1]],
  );
  if (nearest === null) return null;
  const groups = [...new Set(nearest.near.map(({ group }) => group))];
  return (
    <Section title={t('askNearest')}>
      <Note>{t(fromWord(ask))}</Note>
      {groups.map((group) => {
        const members = nearest.near.filter((near) => near.group === group);
        return (
          <div key={group} class={members.length > 1 ? 'near-group is-tied' : 'near-group'}>
            {members.length > 1 && <p class="note">{t('nearTied', { n: members.length })}</p>}
            <ol class="near-list">
              {members.map(({ place, minM, maxM }) => {
                const id = asked.idOf?.(place.row);
                const site = id === undefined ? undefined : state.siteById.value.get(id);
                return (
                  <li key={place.row}>
                    {site === undefined ? (
                      <span>{place.name}</span>
                    ) : (
                      <LinkButton onClick={() => state.actions.selectSite(site.id)}>{name(site)}</LinkButton>
                    )}
                    <span class="tabular muted">{distance(minM, maxM)}</span>
                  </li>
                );
              })}
            </ol>
          </div>
        );
      })}
      {nearest.asNear > 0 && <Note>{t('nearAsNear', { n: nearest.asNear })}</Note>}
    </Section>
  );
}
