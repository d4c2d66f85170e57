import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** Endings and types a file is chosen among. */
  readonly accept: string;
  /** A larger file is not read: `onText` is given an empty text. */
  readonly mostBytes: number;
  readonly onText: (text: string) => unknown;
}

/** Takes the text of a file the officer chooses; the same file, corrected, may be chosen again. */
export function FileField({ label, accept, mostBytes, onText }: Props) {
  const id = useId();
  const take = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = file.size <= mostBytes ? await file.text() : '';
    input.value = '';
    await onText(text);
  };
  return (
    <>
      <label for={id}>{label}</label>
      <input id={id} type="file" accept={accept} onChange={({ currentTarget }) => void take(currentTarget)} />
    </>
  );
}
