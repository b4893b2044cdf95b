/** Shortlist and comparison, from wherever a candidate shows. */
import type { Site } from '../../domain/site.ts';
import { MOST_SHORTLISTED } from '../../state/address/keys.ts';
import { useApp } from '../../state/app.ts';
import { IconButton } from '../../ui/pieces.tsx';

export function ChooseButtons({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const { invest } = state;
  const listed = invest.isShortlisted(site.id);
  const compared = invest.compare.value.includes(site.id);
  return (
    <span class="choose-buttons">
      <IconButton
        icon="star"
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
