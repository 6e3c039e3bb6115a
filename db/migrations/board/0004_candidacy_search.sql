-- One form for every way to type a name: small letters, ё as е, Kazakh letters as a Russian keyboard has them. Written out, for
-- lower() knows Cyrillic in some locales only.
create function board.search_form(name text) returns text language sql immutable strict parallel safe as $$
  select translate(name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁӘҒҚҢӨҰҮҺІёәғқңөұүһі',
    'abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяеагкноуухиеагкноуухи')
$$;
-- Names in all languages; a search reads all of them once, which for ten thousand takes milliseconds.
alter table board.candidacy add column search_form text not null
  generated always as (board.search_form((names ->> 'kk') || ' ' || (names ->> 'ru') || ' ' || (names ->> 'en'))) stored;
