/** What is known of a record that is to be located: what to look for, and what finding it would improve. */
import type { ToLocate } from '../../../analysis/locating-queue.ts';
import type { PlaceSearch } from '../../../domain/schema/place-search.ts';
import { useApp } from '../../../state/app.ts';
import { LinkButton } from '../../../ui/pieces.tsx';
import { placeWords } from '../../shared/phrases.ts';
import { valueWords } from '../phrases.ts';
import { ToCopy } from './to-copy.tsx';

interface RecordProps {
  readonly item: ToLocate;
  readonly pages: readonly PlaceSearch[];
}

export function BenchRecord({ item, pages }: RecordProps) {
  const { state, i18n } = useApp();
  const { t, name, list, distance } = i18n.value;
  const { site, errorM, isMissing, isNamed, dependents } = item;
  const gains = [
    isMissing ? t('benchMissing') : t('benchError', { distance: distance(errorM, errorM) }),
    ...(isNamed ? [t('benchNamed')] : []),
    ...(dependents > 0 ? [t('benchDependents', { n: dependents })] : []),
  ];
  const texts: readonly (readonly [string, string])[] = [
    [site.nameZh, 'zh-Hans'],
    [site.nameEn, 'en'],
    ...(site.address === null ? [] : [[site.address.zh, 'zh-Hans'] as const, [site.address.en, 'en'] as const]),
  ];
  return (
    <section class="bench-record" aria-label={name(site)}>
      <h3>{name(site)}</h3>
      <p class="small muted">{list(gains, 'semicolon')}</p>
      <ul class="bench-texts">
        {[...new Map(texts)].map(([text, lang]) => (
          <ToCopy key={text} text={text} lang={lang} pages={pages} />
        ))}
      </ul>
      {site.address === null && <p class="small muted">{t('benchNoAddress')}</p>}
      <p class="small">
        {placeWords(i18n.value, state.things.value.town, site)} ·{' '}
        <LinkButton onClick={() => state.actions.selectSite(site.id)}>{t('correctionShow')}</LinkButton>
      </p>
      <p class="correct-old">
        {t('correctOld')}: {valueWords(i18n.value, site.location)}
      </p>
    </section>
  );
}
