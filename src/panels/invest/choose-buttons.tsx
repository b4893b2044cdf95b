/** Shortlist and comparison, from wherever a candidate shows. */
import type { Site } from '../../domain/site.ts';
import { MOST_SHORTLISTED } from '../../state/address/keys.ts';
import { useApp } from '../../state/app.ts';
import { IconButton } from '../../ui/pieces.tsx';

const STAR = { path: 'M12 3.5L14.6 9L20.5 9.7L16.1 13.7L17.3 19.5L12 16.6L6.7 19.5L7.9 13.7L3.5 9.7L9.4 9Z' };

export function ChooseButtons({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const { invest } = state;
  const listed = invest.isShortlisted(site.id);
  const compared = invest.compare.value.includes(site.id);
  return (
    <span class="choose-buttons">
      <IconButton
        icon={STAR}
        label={t(listed ? 'shortlistRemove' : 'shortlistAdd', { name: name(site) })}
        pressed={listed}
        onClick={() => {
          if (!invest.toggleShortlisted(site.id)) state.actions.notify(t('shortlistFull', { n: MOST_SHORTLISTED }));
        }}
      />
      <IconButton
        icon="scale"
        label={t(compared ? 'compareRemove' : 'compareAdd', { name: name(site) })}
        pressed={compared}
        onClick={() => {
          if (!invest.toggleCompared(site.id)) state.actions.notify(t('compareFull'));
        }}
      />
    </span>
  );
}
