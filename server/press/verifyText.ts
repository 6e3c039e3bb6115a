import { bundleFolder, bundlePaths } from '#domain/results/bundlePaths.ts';
import type { EditionHead } from '#domain/results/edition.ts';
import type { PressFile } from './pressFile.ts';

const { manifest, signature, publicKey, bundle } = bundlePaths;

/** How to check the bundle with programs that everybody has, in three languages. */
export function renderVerifyText({ electionId, edition, isTest }: EditionHead): PressFile {
  const folder = bundleFolder(electionId, edition);
  const commands = {
    unpack: `   unzip ${bundle} && cd ${folder}`,
    hashes: `   sha256sum -c --quiet ${manifest}\n   shasum -a 256 -c ${manifest}`,
    signature: `   openssl pkeyutl -verify -pubin -inkey ${publicKey} -rawin -in ${manifest} -sigfile ${signature}`,
    key: `   openssl pkey -pubin -in ${publicKey} -outform DER | sha256sum`,
  };
  const text = [
    `${folder}${isTest ? '  REHEARSAL · РЕПЕТИЦИЯ · ЖАТТЫҒУ' : ''}`,
    kazakh(commands),
    russian(commands),
    english(commands),
  ].join('\n\n');
  return { path: 'verify.txt', mediaType: 'text/plain; charset=utf-8', text: `${text}\n` };
}

type Commands = Record<'unpack' | 'hashes' | 'signature' | 'key', string>;

function kazakh({ unpack, hashes, signature: check, key }: Commands): string {
  return `ҚАЗАҚША

Бұл буманы sha256sum және OpenSSL (3.0 немесе одан кейінгі нұсқа) арқылы тексеруге болады.

1. Мұрағатты ашыңыз.
${unpack}

2. Файлдар өзгермегенін тексеріңіз (macOS жүйесінде екінші команда). Қате болса, файлдың аты шығады.
${hashes}

3. Тізімнің қолтаңбасын тексеріңіз. Жауап: «Signature Verified Successfully».
${check}

4. Кілт шынымен осы сайлаудікі екенін тексеріңіз: нәтиженің алғашқы 16 таңбасы сайлау сайтында жарияланған
   кілт нөмірімен бірдей болуы керек. Нөмірді бумадан емес, басқа жерден алыңыз.
${key}`;
}

function russian({ unpack, hashes, signature: check, key }: Commands): string {
  return `ПО-РУССКИ

Этот пакет можно проверить программами sha256sum и OpenSSL (версия 3.0 или новее).

1. Распакуйте архив.
${unpack}

2. Проверьте, что файлы не изменены (в macOS — вторая команда). При ошибке будет названо имя файла.
${hashes}

3. Проверьте подпись списка. Ответ: «Signature Verified Successfully».
${check}

4. Убедитесь, что ключ принадлежит именно этим выборам: первые 16 знаков ответа должны совпасть с номером ключа,
   опубликованным на сайте выборов. Номер возьмите не из пакета, а из другого источника.
${key}`;
}

function english({ unpack, hashes, signature: check, key }: Commands): string {
  return `ENGLISH

This bundle can be checked with sha256sum and OpenSSL (3.0 or later) alone.

1. Unpack it.
${unpack}

2. Check that no file was changed (on macOS the second command). A file that was is named.
${hashes}

3. Check the signature of the list. The answer is "Signature Verified Successfully".
${check}

4. Check that the key is this election's: the first 16 characters of the answer must be those of the key that the
   election's site publishes. Take them from another place than the bundle.
${key}`;
}
