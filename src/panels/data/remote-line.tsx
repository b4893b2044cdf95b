/** How much of a set on a server the map shows. */
import { narrows } from '../../domain/column-filter.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import type { RemoteState } from '../../state/imports/remote-sets.ts';
import { noteWords } from './note-text.ts';

export function remoteWords(i18n: I18n, { phase, about, total, thinned, failure }: RemoteState): string {
  const { t } = i18n;
  const of = total === null ? '' : t('remoteTotal', { n: total });
  switch (phase) {
    case 'reading':
      return t('remoteReading');
    case 'too-many':
      return `${t('remoteTooMany', { n: about ?? 0 })} ${of}`.trim();
    case 'failed':
      return failure === null ? '' : noteWords(i18n, failure);
    case 'shown':
      return `${t(thinned ? 'remoteThinned' : 'remoteShown')} ${of}`.trim();
  }
}

/** What does not hold for the whole of a set of which only a view is here. */
function caveats({ t }: I18n, remote: RemoteState, { look, filter }: ImportedSet): string[] {
  const byView = look.colourBy?.kind === 'number' && look.colourBy.method !== 'own';
  const filtersHere = remote.thinned && remote.source.pushDown !== true && filter.columns.some(narrows);
  return [...(byView ? [t('remoteClasses')] : []), ...(filtersHere ? [t('remoteFiltersHere')] : [])];
}

export function RemoteLine({ item }: { readonly item: ImportedSet }) {
  const { i18n } = useApp();
  const { remote, set } = item;
  if (remote === undefined) return null;
  const warns = remote.phase === 'failed' || remote.phase === 'too-many';
  return (
    <>
      <p class={`note ${warns ? 'note-warning' : 'note-quiet'}`} role="status">
        {[remoteWords(i18n.value, remote), ...caveats(i18n.value, remote, item)].join(' ')}
        {remote.source.attribution !== null && <span class="muted"> {remote.source.attribution}</span>}
      </p>
      {set.isCut === true && <p class="note note-quiet">{i18n.value.t('remoteCut')}</p>}
    </>
  );
}
