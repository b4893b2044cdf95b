/** A text to the clipboard. */
import { useState } from 'preact/hooks';

interface Copying {
  /** Whether it came there; null before it was tried. */
  readonly copied: boolean | null;
  readonly copy: (text: string) => void;
  readonly forget: () => void;
}

export function useCopy(): Copying {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return { copied, copy: (text) => void copy(text), forget: () => setCopied(null) };
}
