/** The keys of the stage, over it. */
import { useApp } from '../../state/app.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KEY_LIST } from './keys.ts';

export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useApp().i18n.value;
  return (
    <Dialog class="stage-keys" label={t('presentKeys')} onClose={onClose}>
      <header>
        <h2>{t('presentKeys')}</h2>
        <button type="button" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <dl>
        {KEY_LIST.map(([words, keys]) => (
          <div key={words}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
