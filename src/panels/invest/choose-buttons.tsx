/** Shortlist and comparison, from wherever a candidate shows. */
import type { Site } from '../../domain/site.ts';
import { toggleCompare, toggleShortlist } from '../../state/chosen.ts';
import { useApp } from '../../state/context.ts';
import { IconButton } from '../../ui/pieces.tsx';

export function ChooseButtons({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const { invest } = state;
  const listed = invest.shortlist.value.includes(site.id);
  const compared = invest.compare.value.includes(site.id);
  return (
    <span class="choose-buttons">
      <IconButton
        icon="star"
        label={t(listed ? 'shortlistRemove' : 'shortlistAdd', { name: name(site) })}
        pressed={listed}
        onClick={() => toggleShortlist(invest, site.id)}
      />
      <IconButton
        icon="scale"
        label={t(compared ? 'compareRemove' : 'compareAdd', { name: name(site) })}
        pressed={compared}
        onClick={() => {
          if (!toggleCompare(invest, site.id)) state.notice.value = t('compareFull');
        }}
      />
    </span>
  );
}
