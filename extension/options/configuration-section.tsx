import { useState } from 'preact/hooks';
import { texts } from '../language.ts';
import { FileField } from '../panel/file-field.tsx';
import { saveFile } from '../panel/save-file.ts';
import type { FieldFault } from '../read-configuration.ts';
import { readConfigurationFile, writeConfigurationFile } from './configuration-file.ts';
import { Section, type SectionProps } from './section.tsx';

const say = texts(
  {
    title: 'Xuất, nhập cấu hình',
    what: 'Tệp cấu hình có địa chỉ máy chủ, trang đã bật, tính năng, nhắc việc, phím tắt, ngôn ngữ và giao diện. Không có khóa của máy, không có hồ sơ.',
    export: 'Xuất cấu hình',
    import: 'Nhập cấu hình từ tệp',
    nothing: 'Chưa nhập gì. Sửa các mục sau trong tệp rồi nhập lại:',
    done: 'Đã nhập cấu hình. Trang nào chưa được phép thì bấm Bật lại ở mục Trang đã bật.',
  },
  {
    title: 'Export and import',
    what: 'The file holds the server address, enabled sites, features, reminders, keys, language and look. It holds no key of this computer and no dossier.',
    export: 'Export the configuration',
    import: 'Import a configuration file',
    nothing: 'Nothing was imported. Correct these settings in the file and import it again:',
    done: 'The configuration is imported. Where a site is not allowed yet, press Enable again under Enabled sites.',
  },
);

const FILE_NAME = 'danhgia-dvc-cau-hinh.json';
/** A configuration of fifty sites is far smaller. */
const MOST_BYTES = 100_000;

/** The set-up as a file, out and in. A file with a fault changes nothing: each fault is named by its field. */
export function ConfigurationSection({ state, doing: { run } }: SectionProps) {
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [done, setDone] = useState(false);
  const take = async (text: string): Promise<void> => {
    setDone(false);
    const read = readConfigurationFile(text);
    setFaults(read.faults);
    if (read.faults.length === 0) setDone(await run({ type: 'panel.configure', configuration: read.configuration }));
  };
  return (
    <Section id="cau-hinh" title={say('title')}>
      <p class="meta">{say('what')}</p>
      <button type="button" onClick={() => saveFile(FILE_NAME, 'application/json', writeConfigurationFile(state))}>
        {say('export')}
      </button>
      <FileField label={say('import')} accept=".json,application/json" mostBytes={MOST_BYTES} onText={take} />
      <div role="status">
        {faults.length > 0 && (
          <>
            <p class="problem">{say('nothing')}</p>
            <ul>
              {faults.map(({ field, sentence }) => (
                <li key={field + sentence}>
                  <code>{field}</code>: {sentence}
                </li>
              ))}
            </ul>
          </>
        )}
        {done && <p>{say('done')}</p>}
      </div>
    </Section>
  );
}
