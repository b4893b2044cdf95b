/** The keys of the stage, over it. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { KEY_LIST } from './keys.ts';

export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useApp().i18n.value;
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    close.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div class="stage-keys" role="dialog" aria-modal="true" aria-label={t('presentKeys')}>
      <header>
        <h2>{t('presentKeys')}</h2>
        <button type="button" ref={close} aria-label={t('close')} onClick={onClose}>
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
    </div>
  );
}
