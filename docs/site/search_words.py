# SPDX-License-Identifier: BSL-1.0
"""Words of pages in English and Chinese, for the index of the search and for what is searched.

Chinese has no spaces. Its text is indexed by single characters and by pairs of neighbours, and
what is searched is cut the same way, so any part of a word is found without a dictionary.
"""

import re
from collections.abc import Iterator
from typing import Any

import snowballstemmer
from sphinx.search import SearchLanguage, languages
from sphinx.search._stopwords.en import ENGLISH_STOPWORDS

RUN = re.compile(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+")


class Words(SearchLanguage):
    lang = "words"
    language_name = "English"  # of the stemmer
    stopwords = ENGLISH_STOPWORDS
    js_stemmer_rawcode = "english-stemmer.js"
    js_splitter_code = """
function splitQuery(query) {
  const runs = query.match(/[\\u3400-\\u9fff]+|(?:(?![\\u3400-\\u9fff])[\\p{L}\\p{N}_])+/gu) || [];
  return runs.flatMap((run) => {
    const chinese = /[\\u3400-\\u9fff]/.test(run);
    if (!chinese || run.length === 1) return [run];
    return Array.from({length: run.length - 1}, (_, i) => run.slice(i, i + 2));
  });
}
"""

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self.stemmer = snowballstemmer.stemmer("english")

    def split(self, input: str) -> list[str]:
        return [word for run in RUN.findall(input) for word in parts(run)]

    def stem(self, word: str) -> str:
        return self.stemmer.stemWord(word.lower())


def parts(run: str) -> Iterator[str]:
    if not "\u3400" <= run[0] <= "\u9fff":
        yield run
        return
    yield from run
    yield from (run[i : i + 2] for i in range(len(run) - 1))


def setup(app: Any) -> dict[str, bool]:
    languages[Words.lang] = Words
    return {"parallel_read_safe": True, "parallel_write_safe": True}
